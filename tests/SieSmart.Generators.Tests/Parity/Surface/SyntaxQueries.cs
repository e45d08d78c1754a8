using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary>What the fact readers ask of syntax, over and over.</summary>
internal static class SyntaxQueries
{
    public static AttributeSyntax? Named(this SyntaxList<AttributeListSyntax> lists, string name) =>
        lists.SelectMany(list => list.Attributes).FirstOrDefault(attribute =>
            NameChain.Of(attribute.Name)?.Last.Identifier.ValueText is { } last
            && (string.Equals(last, name, StringComparison.Ordinal) || string.Equals(last, name + "Attribute", StringComparison.Ordinal)));

    public static bool IsObsolete(this SyntaxList<AttributeListSyntax> lists) => lists.Named("Obsolete") is not null;

    /// <summary>The value of a string literal, or null for any other expression.</summary>
    public static string? Text(this ExpressionSyntax? expression) =>
        expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression)
            ? literal.Token.ValueText
            : null;

    public static IEnumerable<string> Texts(this ArgumentListSyntax? list) =>
        (list?.Arguments ?? []).Select(argument => argument.Expression.Text()).OfType<string>();

    public static ExpressionSyntax? First(this ArgumentListSyntax? list) => list?.Arguments.FirstOrDefault()?.Expression;

    public static IEnumerable<T> Within<T>(this SyntaxNode node) where T : SyntaxNode => node.DescendantNodesAndSelf().OfType<T>();

    public static IEnumerable<InvocationExpressionSyntax> Calls(this SyntaxNode node) => node.Within<InvocationExpressionSyntax>();

    /// <summary>The called method's name, whatever it is called on.</summary>
    public static SimpleNameSyntax? Method(this InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    public static string MethodName(this InvocationExpressionSyntax call) => call.Method()?.Identifier.ValueText ?? "";

    /// <summary>The last name of what a method is called on: <c>Headers</c> for <c>request.Headers.Add(…)</c>.</summary>
    public static string ReceiverName(this InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax access ? access.Expression.LastName() : "";

    public static string LastName(this ExpressionSyntax expression) => NameChain.Of(expression)?.Last.Identifier.ValueText
        ?? (expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText
        ?? "";

    /// <summary>The <c>Get…</c> call that yields a value, in front of whatever converts it.</summary>
    public static SimpleNameSyntax? Getter(this SyntaxNode node) => node.Calls()
        .Select(call => call.Method())
        .FirstOrDefault(method => method?.Identifier.ValueText.StartsWith("Get", StringComparison.Ordinal) == true);
}
