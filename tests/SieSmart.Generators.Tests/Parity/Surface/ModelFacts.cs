using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary>How a model is read, written and filled: <c>wire</c> under a name or alone, <c>default</c>, <c>message</c>.</summary>
internal static class ModelFacts
{
    public static IEnumerable<SurfaceFact> Of(DeclaredType type, Spelling spelling) =>
    [
        .. Wires(type, spelling).Select(text => type.Fact($"wire {text}")),
        .. Defaults(type, spelling).Select(text => type.Fact($"default {text}")),
        .. Messages(type, spelling).Select(text => type.Fact($"message {text}")),
    ];

    private static IEnumerable<string> Wires(DeclaredType type, Spelling spelling)
    {
        var reads = Reads(type, spelling).ToList();
        var writes = SerializedMember.AllOf(type, spelling).ToList();

        var named = from side in reads.Concat(writes.Where(write => write.Key is not null)).DistinctBy(side => (side.Member, side.Key))
                    let read = reads.Find(side.IsSameAs)?.Call ?? "-"
                    let write = writes.Find(side.IsSameAs)?.Call ?? "-"
                    select $"{type.FullName}.{side.Member} = {QuotedText.Of(side.Key!)} read {read} write {write}";
        var alone = from write in writes
                    where write.IsAlone
                    select $"{type.FullName}.{write.Member} = * read - write {write.Call}";
        return named.Concat(alone);
    }

    /// <summary><c>{ "name", n => { Member = n.GetStringValue(); } }</c></summary>
    private static IEnumerable<SerializedMember> Reads(DeclaredType type, Spelling spelling) =>
        from method in type.MethodsNamed("GetFieldDeserializers")
        from entry in method.Within<InitializerExpressionSyntax>()
        where entry.IsKind(SyntaxKind.ComplexElementInitializerExpression) && entry.Expressions.Count == 2
        let key = entry.Expressions[0].Text()
        where key is not null
        from assignment in entry.Expressions[1].Within<AssignmentExpressionSyntax>()
        let getter = assignment.Right.Getter()
        where assignment.Left is IdentifierNameSyntax && getter is not null
        select new SerializedMember(((IdentifierNameSyntax)assignment.Left).Identifier.ValueText, key, spelling.Call(getter));

    private static IEnumerable<string> Defaults(DeclaredType type, Spelling spelling) =>
        from constructor in type.PublicMembersOf<ConstructorDeclarationSyntax>()
        where constructor.ParameterList.Parameters.Count == 0
        from assignment in constructor.Within<AssignmentExpressionSyntax>()
        where assignment.Left is IdentifierNameSyntax
        select $"{type.FullName}.{((IdentifierNameSyntax)assignment.Left).Identifier.ValueText} = {spelling.Expression(assignment.Right)}";

    private static IEnumerable<string> Messages(DeclaredType type, Spelling spelling) =>
        from property in type.PublicMembersOf<PropertyDeclarationSyntax>()
        where property.Identifier.ValueText is "Message" && property.Modifiers.Any(SyntaxKind.OverrideKeyword)
        let getter = Getter(property)
        where getter is not null
        select $"{type.FullName} = {spelling.Expression(getter)}";

    private static ExpressionSyntax? Getter(PropertyDeclarationSyntax property)
    {
        var accessor = property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.Keyword.IsKind(SyntaxKind.GetKeyword));
        return property.ExpressionBody?.Expression
            ?? accessor?.ExpressionBody?.Expression
            ?? accessor?.Body?.Statements.OfType<ReturnStatementSyntax>().FirstOrDefault()?.Expression;
    }
}
