using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.CodeFixes.Rewriting;

/// <summary>Tells what of a statement happens first.</summary>
internal static class EvaluationOrder
{
    /// <summary>Whether a statement always evaluates an expression, once, and before anything else that could have an effect.</summary>
    public static bool IsFirst(ExpressionSyntax expression, StatementSyntax statement) =>
        IsEvaluatedOnce(statement)
        && expression.Ancestors().TakeWhile(ancestor => ancestor != statement).All(ancestor => IsUnconditional(ancestor, expression))
        && !statement.DescendantNodes().Any(node => node.Span.End <= expression.SpanStart && HasEffect(node));

    private static bool IsEvaluatedOnce(StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax or IfStatementSyntax or SwitchStatementSyntax or ForEachStatementSyntax;

    private static bool IsUnconditional(SyntaxNode ancestor, ExpressionSyntax expression) => ancestor switch
    {
        ConditionalExpressionSyntax choice => choice.Condition.Contains(expression),
        ConditionalAccessExpressionSyntax access => access.Expression.Contains(expression),
        BinaryExpressionSyntax both => both.Left.Contains(expression)
            || !(both.IsKind(SyntaxKind.LogicalAndExpression) || both.IsKind(SyntaxKind.LogicalOrExpression) || both.IsKind(SyntaxKind.CoalesceExpression)),
        SwitchExpressionSyntax choice => choice.GoverningExpression.Contains(expression),
        AssignmentExpressionSyntax assignment => assignment.IsKind(SyntaxKind.SimpleAssignmentExpression),
        AnonymousFunctionExpressionSyntax or QueryExpressionSyntax or StatementSyntax => false,
        _ => true,
    };

    private static bool HasEffect(SyntaxNode node) =>
        node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AssignmentExpressionSyntax or AwaitExpressionSyntax or ElementAccessExpressionSyntax
        || node.IsKind(SyntaxKind.PostIncrementExpression) || node.IsKind(SyntaxKind.PostDecrementExpression)
        || node.IsKind(SyntaxKind.PreIncrementExpression) || node.IsKind(SyntaxKind.PreDecrementExpression);
}
