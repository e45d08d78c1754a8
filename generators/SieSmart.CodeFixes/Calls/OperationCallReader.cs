using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.CodeFixes.Documents;
using SieSmart.CodeFixes.Variables;

namespace SieSmart.CodeFixes.Calls;

/// <summary>Understands calls of generated methods.</summary>
internal sealed class OperationCallReader(BoundDocument document)
{
    private const string AsyncSuffix = "Async";
    private const string VersionedSuffix = "VersionedAsync";

    /// <summary>Reads a call; null if it has nothing to do with versions.</summary>
    public OperationCall? Read(InvocationExpressionSyntax invocation)
    {
        if (invocation.Expression is not MemberAccessExpressionSyntax access || document.SymbolOf(invocation) is not IMethodSymbol method)
        {
            return null;
        }

        var versioned = VersionedForm(method);
        return document.Symbols.Describe(versioned ?? method) is { } description
            ? new OperationCall(invocation, method, description, ReadPath(access.Expression), versioned)
            : null;
    }

    /// <summary>Reads the call whose result an expression is; null if it is none.</summary>
    public OperationCall? ReadResult(ExpressionSyntax expression)
    {
        for (var current = expression.Bare(); ;)
        {
            switch (current)
            {
                case AwaitExpressionSyntax await:
                    current = await.Expression.Bare();
                    break;
                case BinaryExpressionSyntax choice when choice.IsKind(SyntaxKind.CoalesceExpression) && choice.Right.Bare() is ThrowExpressionSyntax:
                    current = choice.Left.Bare();
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult" } wrapper }:
                    current = wrapper.Expression.Bare();
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } wrapper:
                    current = wrapper.Expression.Bare();
                    break;
                default:
                    return current is InvocationExpressionSyntax invocation ? Read(invocation) : null;
            }
        }
    }

    /// <summary>Reads all calls in a piece of code, in the order in which they stand there.</summary>
    public IEnumerable<OperationCall> ReadAll(SyntaxNode body) =>
        body.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(Read)
            .OfType<OperationCall>()
            .OrderBy(call => call.Syntax.Span.End);

    /// <summary>Finds the overload of a method that takes an ETag.</summary>
    public IMethodSymbol? GuardedOverload(IMethodSymbol method) =>
        document.Symbols.BuilderOf(method) is { } builder
            ? document.Symbols.Overloads(builder, method.Name).FirstOrDefault(other => document.Symbols.Describe(other) is { IsGuarded: true })
            : null;

    private IMethodSymbol? VersionedForm(IMethodSymbol method)
    {
        if (document.Symbols.BuilderOf(method) is not { } builder
            || !method.Name.EndsWith(AsyncSuffix, StringComparison.Ordinal)
            || document.Symbols.Describe(method) is { ReturnsVersion: true } or { RequiresIfMatch: true })
        {
            return null;
        }

        var name = method.Name.Substring(0, method.Name.Length - AsyncSuffix.Length) + VersionedSuffix;
        return document.Symbols.Overloads(builder, name)
            .FirstOrDefault(other => document.Symbols.Describe(other) is { ReturnsVersion: true, IsGuarded: false });
    }

    private ResourcePath ReadPath(ExpressionSyntax receiver)
    {
        var arguments = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        for (var current = receiver.Bare(); ;)
        {
            switch (current)
            {
                case ElementAccessExpressionSyntax element when document.Symbols.IsRequestBuilder(document.TypeOf(element)):
                    arguments.InsertRange(0, element.ArgumentList.Arguments.Select(argument => argument.Expression));
                    current = element.Expression.Bare();
                    break;
                case MemberAccessExpressionSyntax member when document.Symbols.IsRequestBuilder(document.TypeOf(member.Expression)):
                    current = member.Expression.Bare();
                    break;
                case IdentifierNameSyntax name
                    when document.SymbolOf(name) is ILocalSymbol local
                    && !document.Symbols.IsClient(local.Type)
                    && new VariableAssignments(document, name.Body()).OnlyValue(local) is { } value:
                    current = value.Bare();
                    break;
                default:
                    return new ResourcePath(current, document.Symbols.IsClient(document.TypeOf(current)), arguments.ToImmutable());
            }
        }
    }
}
