using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.CodeFixes.Rewriting;

/// <summary>How a call's version can be had by the statements below it.</summary>
/// <param name="Old">The statement that makes the call.</param>
/// <param name="New">The statements in its place; the old one alone if the version is in a variable already.</param>
/// <param name="Version">How the version is written below: <c>etag</c>, or <c>result.ETag</c>.</param>
internal sealed record ResultCapture(StatementSyntax Old, IReadOnlyList<StatementSyntax> New, string Version)
{
    /// <summary>Whether the version was in a variable already.</summary>
    public bool ChangesNothing => New.Count == 1 && New[0] == Old;

    /// <summary>Puts the new statements in place of the old one.</summary>
    public SyntaxNode Apply(SyntaxNode root) => ChangesNothing ? root
        : Old.Parent is GlobalStatementSyntax global ? root.ReplaceNode(global, New.Select(global.WithStatement))
        : New.Count == 1 ? root.ReplaceNode(Old, New[0])
        : root.ReplaceNode(Old, New);
}
