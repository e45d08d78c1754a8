using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.CodeFixes.Calls;
using SieSmart.CodeFixes.Documents;

namespace SieSmart.CodeFixes.Rewriting;

/// <summary>Gives calls an ETag, and lets what is around them have the type that it had before.</summary>
internal sealed class GuardedCalling(BoundDocument document)
{
    private const string ValueProperty = "Value";

    private readonly OperationCallReader _calls = new(document);

    /// <summary>Calls the guarded overload with a version; null if there is none.</summary>
    public Document? Pass(OperationCall call, string version)
    {
        var etag = SyntaxFactory.ParseExpression(version);
        if (call.Description.IsGuarded)
        {
            return call.ETag is { } old ? document.With(old, etag.WithTriviaFrom(old)) : null;
        }

        if (_calls.GuardedOverload(call.Method) is not { } overload || document.Symbols.Describe(overload) is not { } description)
        {
            return null;
        }

        var parameter = overload.Parameters[description.ETagParameter - (overload.ReducedFrom is null ? 0 : 1)];
        var arguments = ArgumentInsertion.Insert(call.Syntax.ArgumentList, etag, call.Method, parameter);
        var guarded = call.Syntax.WithArgumentList(arguments);
        var result = CallResult.Of(call);
        var returnsValue = overload.ReturnType is INamedTypeSymbol { TypeArguments: { Length: 1 } types } && types[0] is INamedTypeSymbol { IsGenericType: true };
        if (call.Description.BuildsRequest || !returnsValue)
        {
            return document.With(call.Syntax, guarded);
        }

        return result.Awaited switch
        {
            { } awaited when IsDiscarded(awaited) => document.With(call.Syntax, guarded),
            { } awaited => TakeValue(awaited, awaited.ReplaceNode(call.Syntax, guarded), call.Method),
            null => Return(call, guarded) ?? document.With(call.Syntax, guarded),
        };
    }

    private Document TakeValue(ExpressionSyntax awaited, ExpressionSyntax guarded, IMethodSymbol method)
    {
        var whole = awaited.Parent is ParenthesizedExpressionSyntax parenthesized ? parenthesized : awaited;
        return document.With(whole, ValueOf(guarded, method, whole.Parent).WithTriviaFrom(whole));
    }

    // A function that hands on the task must now wait for it: the task is of another type.
    private Document? Return(OperationCall call, InvocationExpressionSyntax guarded)
    {
        ExpressionSyntax whole = call.Syntax;
        while (whole.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            whole = parenthesized;
        }

        var function = call.Syntax.Ancestors().FirstOrDefault(ancestor =>
            ancestor is MethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        if (function is null
            || FunctionShape.IsAsync(function)
            || !FunctionShape.IsOnlyResult(function, whole)
            || ReturnType(function) is not INamedTypeSymbol { IsGenericType: true } type
            || !document.Symbols.IsTask(type))
        {
            return null;
        }

        var awaited = SyntaxFactory.AwaitExpression(
            SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space),
            guarded.WithoutTrivia());
        var changed = function.ReplaceNode(whole, ValueOf(awaited, call.Method, whole.Parent).WithTriviaFrom(whole));
        return document.With(function, FunctionShape.MakeAsync(changed));
    }

    private static ExpressionSyntax ValueOf(ExpressionSyntax awaited, IMethodSymbol method, SyntaxNode? parent)
    {
        var value = SyntaxFactory.MemberAccessExpression(
            SyntaxKind.SimpleMemberAccessExpression,
            awaited is AwaitExpressionSyntax ? SyntaxFactory.ParenthesizedExpression(awaited.WithoutTrivia()) : awaited.WithoutTrivia(),
            SyntaxFactory.IdentifierName(ValueProperty));

        // Kiota gives numbers as nullable; what is around the call may ask whether there is one.
        if (method.ReturnType is not INamedTypeSymbol { TypeArguments: { Length: 1 } results } || results[0].OriginalDefinition.SpecialType != SpecialType.System_Nullable_T)
        {
            return value;
        }

        var cast = SyntaxFactory.CastExpression(SyntaxFactory.ParseTypeName(results[0].ToDisplayString()), value);
        return parent is MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(cast)
            : cast;
    }

    private bool IsDiscarded(ExpressionSyntax awaited)
    {
        ExpressionSyntax whole = awaited;
        while (whole.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            whole = parenthesized;
        }

        return whole.Parent switch
        {
            ExpressionStatementSyntax => true,
            AssignmentExpressionSyntax assignment => assignment.Right == whole && document.SymbolOf(assignment.Left) is IDiscardSymbol,
            AnonymousFunctionExpressionSyntax function => ReturnType(function) is not INamedTypeSymbol { IsGenericType: true },
            ArrowExpressionClauseSyntax { Parent: { } function } => ReturnType(function) is not INamedTypeSymbol { IsGenericType: true },
            _ => false,
        };
    }

    private ITypeSymbol? ReturnType(SyntaxNode function) =>
        ((function is AnonymousFunctionExpressionSyntax ? document.SymbolOf(function) : document.Model.GetDeclaredSymbol(function)) as IMethodSymbol)?.ReturnType;
}
