using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace SieSmart.Analyzers.Handlers;

/// <summary>Where handlers stand in the source.</summary>
internal static class CatchHead
{
    /// <summary>What says which exceptions a handler is for.</summary>
    public static Location Of(ICatchClauseOperation handler)
    {
        var syntax = (CatchClauseSyntax)handler.Syntax;
        var end = (syntax.Filter?.Span ?? syntax.Declaration?.Span ?? syntax.CatchKeyword.Span).End;
        return Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(syntax.SpanStart, end));
    }
}
