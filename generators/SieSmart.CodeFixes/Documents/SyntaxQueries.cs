using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.CodeFixes.Documents;

/// <summary>Where things stand in the source.</summary>
internal static class SyntaxQueries
{
    /// <summary>What an expression is about, without parentheses and null-forgiving operators.</summary>
    public static ExpressionSyntax Bare(this ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case PostfixUnaryExpressionSyntax forgiving when forgiving.IsKind(SyntaxKind.SuppressNullableWarningExpression):
                    expression = forgiving.Operand;
                    break;
                default:
                    return expression;
            }
        }
    }

    /// <summary>The code in which a node's variables live: its member, or all of the file where statements stand at the top.</summary>
    public static SyntaxNode Body(this SyntaxNode node) =>
        node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor is MemberDeclarationSyntax and not GlobalStatementSyntax and not BaseNamespaceDeclarationSyntax)
        ?? node.SyntaxTree.GetRoot();

    /// <summary>The list of statements in which a statement stands; null if it stands alone, as behind an <c>if</c>.</summary>
    public static SyntaxNode? Container(this StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax or SwitchSectionSyntax => statement.Parent,
        GlobalStatementSyntax global => global.Parent,
        _ => null,
    };

    /// <summary>The end of a line, as a statement has it. Elastic, so that what follows is laid out as a line of its own.</summary>
    public static SyntaxTrivia LineEnd(this StatementSyntax statement) => statement.DescendantTrivia()
        .Where(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
        .Select(trivia => SyntaxFactory.ElasticEndOfLine(trivia.ToString()))
        .Append(SyntaxFactory.ElasticLineFeed)
        .First();

    /// <summary>Whether what stands at a place has always happened when another place is reached.</summary>
    public static bool Precedes(this SyntaxNode site, SyntaxNode place) =>
        site.SpanStart < place.SpanStart
        && site.FirstAncestorOrSelf<StatementSyntax>() is { } statement
        && statement.Container() is { } container
        && place.Ancestors().Contains(container);

    /// <summary>The outermost loop that repeats a node, but not a place before it; null if none does.</summary>
    public static SyntaxNode? LoopSince(this SyntaxNode node, SyntaxNode place) =>
        node.Ancestors()
            .TakeWhile(ancestor => !ancestor.IsFunction())
            .LastOrDefault(ancestor => ancestor.IsLoop() && !ancestor.Contains(place));

    /// <summary>Whether a node runs any number of times for one run of what is around it.</summary>
    public static bool IsRepetition(this SyntaxNode node) => node.IsLoop() || node.IsFunction();

    private static bool IsLoop(this SyntaxNode node) =>
        node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    private static bool IsFunction(this SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;
}
