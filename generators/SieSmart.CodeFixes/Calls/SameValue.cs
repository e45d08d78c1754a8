using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.Analyzers.Symbols;
using SieSmart.CodeFixes.Documents;
using SieSmart.CodeFixes.Variables;

namespace SieSmart.CodeFixes.Calls;

/// <summary>Tells whether expressions of one document stand for one and the same thing.</summary>
internal sealed class SameValue(BoundDocument document)
{
    /// <summary>Whether two calls are about the same resource, whose version scope is given.</summary>
    public bool AreSame(ResourcePath left, ResourcePath right, string? scope)
    {
        var (first, second) = (left.ArgumentsWithin(scope), right.ArgumentsWithin(scope));
        return left.IsFromClient == right.IsFromClient
            && first.Length == second.Length
            && AreSame(left.Root, right.Root)
            && first.Zip(second, AreSame).All(isSame => isSame);
    }

    /// <summary>Whether two expressions certainly have the same value, unless a variable was changed in between.</summary>
    public bool AreSame(ExpressionSyntax left, ExpressionSyntax right)
    {
        var (first, second) = (Resolve(left), Resolve(right));
        if (document.Model.GetConstantValue(first) is { HasValue: true } constant)
        {
            return document.Model.GetConstantValue(second) is { HasValue: true } other && Equals(constant.Value, other.Value);
        }

        if (document.SymbolOf(first) is not { } symbol || !RuntimeSymbols.Same(symbol, document.SymbolOf(second)))
        {
            return first is ThisExpressionSyntax && second is ThisExpressionSyntax;
        }

        return (Instance(first), Instance(second)) switch
        {
            (null, null) => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol or INamedTypeSymbol,
            ({ } owner, { } other) => symbol is IFieldSymbol or IPropertySymbol && AreSame(owner, other),
            _ => false,
        };
    }

    /// <summary>Whether an expression is made from a variable.</summary>
    public bool IsMadeFrom(ExpressionSyntax expression, ISymbol variable) =>
        expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => document.SymbolOf(name) switch
        {
            ILocalSymbol local when !RuntimeSymbols.Same(local, variable) => OnlyValue(name, local) is { } value && IsMadeFrom(value, variable),
            var symbol => RuntimeSymbols.Same(symbol, variable),
        });

    /// <summary>The variables that an expression mentions.</summary>
    public IEnumerable<ISymbol> Variables(ExpressionSyntax expression) =>
        expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(document.SymbolOf).Where(symbol => symbol is ILocalSymbol or IParameterSymbol).OfType<ISymbol>();

    // A local that never changes is what it was given, if that is something that can be compared.
    private ExpressionSyntax Resolve(ExpressionSyntax expression)
    {
        var bare = expression.Bare();
        return bare is IdentifierNameSyntax name
            && document.SymbolOf(name) is ILocalSymbol local
            && OnlyValue(name, local)?.Bare() is IdentifierNameSyntax or MemberAccessExpressionSyntax or LiteralExpressionSyntax
                ? Resolve(OnlyValue(name, local)!)
                : bare;
    }

    private ExpressionSyntax? OnlyValue(SyntaxNode place, ILocalSymbol local) => new VariableAssignments(document, place.Body()).OnlyValue(local);

    private static ExpressionSyntax? Instance(ExpressionSyntax expression) =>
        expression is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } member ? member.Expression : null;
}
