using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.CodeFixes.Calls;

/// <summary>The way over properties and indexers that leads to a request builder.</summary>
/// <param name="Root">Where the way begins.</param>
/// <param name="IsFromClient">Whether it begins at a client, so that all indexer arguments are known.</param>
/// <param name="Arguments">The indexer arguments on the way.</param>
internal sealed record ResourcePath(ExpressionSyntax Root, bool IsFromClient, ImmutableArray<ExpressionSyntax> Arguments)
{
    /// <summary>The arguments that name the resource of a scope. Those behind them name parts of the resource.</summary>
    public ImmutableArray<ExpressionSyntax> ArgumentsWithin(string? scope)
    {
        var count = scope?.Count(character => character == '{');
        return IsFromClient && count <= Arguments.Length ? [.. Arguments.Take(count.Value)] : Arguments;
    }
}
