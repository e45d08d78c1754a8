using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary>A member on its way to or from the wire: under a key, under a null key, or alone.</summary>
internal sealed record SerializedMember(string Member, string? Key, string Call, bool IsAlone = false)
{
    public bool IsUnderNullKey => Key is null && !IsAlone;

    public bool IsSameAs(SerializedMember other) =>
        string.Equals(Member, other.Member, StringComparison.Ordinal) && string.Equals(Key, other.Key, StringComparison.Ordinal);

    /// <summary>Every member that <c>Serialize</c> hands to a <c>Write…</c> call.</summary>
    public static IEnumerable<SerializedMember> AllOf(DeclaredType type, Spelling spelling) =>
        from method in type.MethodsNamed("Serialize")
        from call in method.Calls()
        where call.MethodName().StartsWith("Write", StringComparison.Ordinal)
        from member in Members(call, spelling.Call(call.Method()!))
        select member;

    private static IEnumerable<SerializedMember> Members(InvocationExpressionSyntax call, string method)
    {
        var first = call.ArgumentList.First();
        if (first is IdentifierNameSyntax alone && call.ArgumentList.Arguments.Count == 1)
        {
            return [new SerializedMember(alone.Identifier.ValueText, Key: null, method, IsAlone: true)];
        }

        var key = first.Text();
        return key is null && first?.IsKind(SyntaxKind.NullLiteralExpression) != true
            ? []
            : call.ArgumentList.Arguments.Skip(1)
                .Select(argument => argument.Expression)
                .OfType<IdentifierNameSyntax>()
                .Select(member => new SerializedMember(member.Identifier.ValueText, key, method));
    }
}
