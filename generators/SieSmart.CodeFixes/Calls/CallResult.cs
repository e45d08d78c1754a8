using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.CodeFixes.Documents;

namespace SieSmart.CodeFixes.Calls;

/// <summary>What becomes of the result of a call.</summary>
/// <param name="Awaited">The expression that waits for the result; null if the call's task is used otherwise.</param>
/// <param name="Result">All around that which is still the result.</param>
/// <param name="Whole">The result, or its value if that is all that is taken of it.</param>
/// <param name="TakesValue">Whether the value is all that is taken of a result that has a version, too.</param>
internal sealed record CallResult(ExpressionSyntax? Awaited, ExpressionSyntax Result, ExpressionSyntax Whole, bool TakesValue)
{
    /// <summary>Follows the result of a call outwards.</summary>
    public static CallResult Of(OperationCall call)
    {
        var awaited = FindAwaited(call.Syntax);
        var result = Around(awaited ?? call.Syntax);
        return call.ReturnsVersion
            && awaited is not null
            && result.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } value
            && value.Expression == result
                ? new CallResult(awaited, result, Around(value), TakesValue: true)
                : new CallResult(awaited, result, result, TakesValue: false);
    }

    private static ExpressionSyntax? FindAwaited(ExpressionSyntax call)
    {
        for (var current = call; ;)
        {
            switch (current.Parent)
            {
                case AwaitExpressionSyntax await:
                    return await;
                case ParenthesizedExpressionSyntax parenthesized:
                    current = parenthesized;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } member when member.Expression == current:
                    return member;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult", Parent: InvocationExpressionSyntax wait } member when member.Expression == current:
                    return wait;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter", Parent: InvocationExpressionSyntax wrapper } member
                    when member.Expression == current:
                    current = wrapper;
                    break;
                default:
                    return null;
            }
        }
    }

    private static ExpressionSyntax Around(ExpressionSyntax expression)
    {
        var current = expression;
        while (current.Parent is ExpressionSyntax parent && IsSame(parent, current))
        {
            current = parent;
        }

        return current;
    }

    // A result that is checked for null is the same result.
    private static bool IsSame(ExpressionSyntax outer, ExpressionSyntax inner) => outer switch
    {
        ParenthesizedExpressionSyntax => true,
        PostfixUnaryExpressionSyntax => outer.IsKind(SyntaxKind.SuppressNullableWarningExpression),
        BinaryExpressionSyntax choice => outer.IsKind(SyntaxKind.CoalesceExpression) && choice.Left == inner && choice.Right.Bare() is ThrowExpressionSyntax,
        _ => false,
    };
}
