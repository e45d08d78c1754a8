using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.CodeFixes.Rewriting;

/// <summary>Methods, local functions and lambdas alike.</summary>
internal static class FunctionShape
{
    /// <summary>Whether a function awaits.</summary>
    public static bool IsAsync(SyntaxNode function) => function switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.RawKind != 0,
        _ => false,
    };

    /// <summary>Whether an expression is the only thing that a function can return.</summary>
    public static bool IsOnlyResult(SyntaxNode function, ExpressionSyntax expression) => expression.Parent switch
    {
        ArrowExpressionClauseSyntax arrow => arrow.Parent == function,
        AnonymousFunctionExpressionSyntax lambda => lambda == function,
        ReturnStatementSyntax only => function
            .DescendantNodes(node => node == function || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<ReturnStatementSyntax>()
            .All(other => other == only),
        _ => false,
    };

    /// <summary>Adds <c>async</c>.</summary>
    public static SyntaxNode MakeAsync(SyntaxNode function)
    {
        var keyword = SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        switch (function)
        {
            case MethodDeclarationSyntax { Modifiers.Count: > 0 } method:
                return method.AddModifiers(keyword);
            case MethodDeclarationSyntax method:
                return method.WithReturnType(method.ReturnType.WithoutLeadingTrivia()).AddModifiers(keyword.WithLeadingTrivia(method.ReturnType.GetLeadingTrivia()));
            case LocalFunctionStatementSyntax { Modifiers.Count: > 0 } local:
                return local.AddModifiers(keyword);
            case LocalFunctionStatementSyntax local:
                return local.WithReturnType(local.ReturnType.WithoutLeadingTrivia()).AddModifiers(keyword.WithLeadingTrivia(local.ReturnType.GetLeadingTrivia()));
            case AnonymousFunctionExpressionSyntax lambda:
                return lambda.WithoutLeadingTrivia().WithAsyncKeyword(keyword.WithLeadingTrivia(lambda.GetLeadingTrivia()));
            default:
                return function;
        }
    }
}
