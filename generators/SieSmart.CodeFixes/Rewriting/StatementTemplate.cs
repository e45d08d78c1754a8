using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.CodeFixes.Rewriting;

/// <summary>Makes statements from text around an expression that stays as it was written.</summary>
internal static class StatementTemplate
{
    private const string Hole = "__";

    /// <summary>Makes <c>target = value;</c>.</summary>
    public static StatementSyntax Assign(string target, ExpressionSyntax value) => Fill($"{target} = {Hole};", value);

    /// <summary>Makes <c>target = (result).ETag;</c>.</summary>
    public static StatementSyntax AssignETag(string target, ExpressionSyntax result) => Fill($"{target} = ({Hole}).ETag;", result);

    private static StatementSyntax Fill(string text, ExpressionSyntax value)
    {
        var statement = SyntaxFactory.ParseStatement(text);
        var hole = statement.DescendantNodes().OfType<IdentifierNameSyntax>().Last(name => string.Equals(name.Identifier.ValueText, Hole, StringComparison.Ordinal));
        return statement.ReplaceNode(hole, value.WithoutTrivia());
    }
}
