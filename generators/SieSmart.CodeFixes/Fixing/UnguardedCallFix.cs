using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.CodeFixes.Calls;
using SieSmart.CodeFixes.Documents;

namespace SieSmart.CodeFixes.Fixing;

/// <summary>A fix of a write that has no ETag (SIE1001).</summary>
internal abstract class UnguardedCallFix : DocumentFix
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<SyntaxNode> Find(SyntaxNode root, Diagnostic diagnostic)
    {
        // The diagnostic stands at the name of the method, or at the argument that is no ETag.
        var node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        var call = node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax named } access && access.Name == node
            ? named
            : node.AncestorsAndSelf().OfType<ArgumentSyntax>().FirstOrDefault()?.Parent?.Parent as InvocationExpressionSyntax;
        return call is null ? [] : [call];
    }

    /// <summary>Finds the call again in a document.</summary>
    private protected static async Task<(BoundDocument Document, OperationCall Call)?> BindAsync(
        Document document, SyntaxAnnotation mark, CancellationToken cancellationToken) =>
        await BoundDocument.BindAsync(document, cancellationToken).ConfigureAwait(false) is { } bound
        && bound.Find<InvocationExpressionSyntax>(mark) is { } syntax
        && new OperationCallReader(bound).Read(syntax) is { } call
            ? (bound, call)
            : null;
}
