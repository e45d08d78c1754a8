using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary>
/// Spells types and expressions: declared types by full name, all others by their last segment, so that a line
/// depends neither on usings nor on what else is declared.
/// </summary>
internal sealed class Spelling(NameResolver resolver)
{
    public string Type(TypeSyntax type) => type switch
    {
        NullableTypeSyntax nullable => Type(nullable.ElementType) + "?",
        ArrayTypeSyntax array => Type(array.ElementType) + string.Concat(array.RankSpecifiers.Select(Normal)),
        TupleTypeSyntax tuple => $"({string.Join(", ", tuple.Elements.Select(element => Type(element.Type)))})",
        NameSyntax name => TypeName(NameChain.Of(name)!),
        _ => Normal(type),
    };

    /// <summary>A type that is named in an expression, as in <c>A.B.CreateFromDiscriminatorValue</c>.</summary>
    public string TypeNamedBy(ExpressionSyntax expression) =>
        NameChain.Of(expression) is { } chain ? TypeName(chain) : Normal(expression);

    /// <summary>The types of parameters, joined.</summary>
    public string Parameters(BaseParameterListSyntax? list) =>
        string.Join(", ", (list?.Parameters ?? []).Select(parameter => parameter.Type is { } type ? Type(type) : ""));

    /// <summary>A method's name with its type arguments.</summary>
    public string Call(SimpleNameSyntax name) => name.Identifier.ValueText + TypeArguments(name);

    public string Expression(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => QuotedText.Of(literal.Token.ValueText),
        LiteralExpressionSyntax literal => literal.Token.Text,
        ObjectCreationExpressionSyntax { Initializer: null } creation => $"new {Type(creation.Type)}({Arguments(creation.ArgumentList)})",
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } call =>
            $"{MemberAccess(method)}({Arguments(call.ArgumentList)})",
        MemberAccessExpressionSyntax access => MemberAccess(access),
        BinaryExpressionSyntax binary => $"{Expression(binary.Left)} {binary.OperatorToken.Text} {Expression(binary.Right)}",
        SimpleNameSyntax name => Call(name),
        _ => Normal(expression),
    };

    private string Arguments(ArgumentListSyntax? list) =>
        string.Join(", ", (list?.Arguments ?? []).Select(argument => Expression(argument.Expression)));

    private string MemberAccess(MemberAccessExpressionSyntax access)
    {
        if (NameChain.Of(access) is not { } chain)
        {
            return $"{Expression(access.Expression)}.{Call(access.Name)}";
        }

        var member = TypeArguments(chain.Last);
        for (var length = chain.Segments.Count - 1; length > 0; length--)
        {
            if (resolver.Resolve(chain, length) is { } type)
            {
                return $"{type}.{chain.DottedFrom(length)}{member}";
            }
        }

        // What starts at the root names a type of another assembly, and one member of it.
        var start = chain.IsGlobal ? Math.Max(0, chain.Segments.Count - 2) : 0;
        return chain.DottedFrom(start) + member;
    }

    private string TypeName(NameChain chain) =>
        (resolver.Resolve(chain, chain.Segments.Count) ?? chain.Last.Identifier.ValueText) + TypeArguments(chain.Last);

    private string TypeArguments(SimpleNameSyntax name) => name is GenericNameSyntax generic
        ? $"<{string.Join(", ", generic.TypeArgumentList.Arguments.Select(Type))}>"
        : "";

    private static string Normal(SyntaxNode node) =>
        node.WithoutTrivia().NormalizeWhitespace().ToString().Replace("global::", "", StringComparison.Ordinal);
}
