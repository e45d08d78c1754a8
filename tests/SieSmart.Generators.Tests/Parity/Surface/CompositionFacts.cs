using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary>How a type is chosen when it is read: <c>discriminator</c>, <c>probe</c>, and <c>wire</c> under a null key.</summary>
internal static class CompositionFacts
{
    public static IEnumerable<SurfaceFact> Of(DeclaredType type, Spelling spelling)
    {
        var factories = type.MethodsNamed("CreateFromDiscriminatorValue").ToList();
        var probes = factories.SelectMany(factory => Probes(factory, spelling)).ToList();

        foreach (var text in factories.SelectMany(factory => Discriminators(factory, spelling)))
        {
            yield return type.Fact($"discriminator {type.FullName} {text}");
        }

        if (probes.Count > 0)
        {
            yield return type.Fact($"probe {type.FullName} = {string.Join(", ", probes.Select(probe => probe.Member))}");
        }

        var reads = probes.Concat(factories.SelectMany(Creations)).ToList();
        var writes = SerializedMember.AllOf(type, spelling).Where(write => write.IsUnderNullKey).ToList();
        foreach (var side in reads.Concat(writes).DistinctBy(side => side.Member, StringComparer.Ordinal))
        {
            var read = reads.Find(side.IsSameAs)?.Call ?? "-";
            var write = writes.Find(side.IsSameAs)?.Call ?? "-";
            yield return type.Fact($"wire {type.FullName}.{side.Member} = null read {read} write {write}");
        }
    }

    private static IEnumerable<string> Discriminators(MethodDeclarationSyntax factory, Spelling spelling) =>
    [
        .. from call in factory.Calls()
           where call.MethodName() is "GetChildNode"
           from property in call.ArgumentList.Texts().Take(1)
           where property.Length > 0
           select $"= {QuotedText.Of(property)}",
        .. from arm in factory.Within<SwitchExpressionArmSyntax>()
           let key = (arm.Pattern as ConstantPatternSyntax)?.Expression.Text()
           let creation = arm.Expression as ObjectCreationExpressionSyntax
           where key is not null && creation is not null
           select $"{QuotedText.Of(key)} -> {spelling.Type(creation.Type)}",
        .. from branch in factory.Within<IfStatementSyntax>()
           let key = EqualsKey(branch.Condition)
           let creation = branch.Statement.Within<ObjectCreationExpressionSyntax>().FirstOrDefault()
           where key is not null && creation is not null
           select $"{QuotedText.Of(key)} -> {spelling.Type(creation.Type)}",
    ];

    /// <summary><c>"key".Equals(mappingValue, …)</c></summary>
    private static string? EqualsKey(ExpressionSyntax condition) =>
        condition is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals" } access }
            ? access.Expression.Text()
            : null;

    /// <summary><c>if (parseNode.GetStringValue() is string value) { result.Member = value; }</c></summary>
    private static IEnumerable<SerializedMember> Probes(MethodDeclarationSyntax factory, Spelling spelling) =>
        from branch in factory.Within<IfStatementSyntax>()
        let pattern = branch.Condition as IsPatternExpressionSyntax
        let getter = pattern?.Expression.Getter()
        where pattern?.Pattern is DeclarationPatternSyntax && getter is not null
        from assignment in branch.Statement.Within<AssignmentExpressionSyntax>().Take(1)
        select new SerializedMember(assignment.Left.LastName(), Key: null, spelling.Call(getter));

    /// <summary><c>result.Member = new Member();</c></summary>
    private static IEnumerable<SerializedMember> Creations(MethodDeclarationSyntax factory) =>
        from assignment in factory.Within<AssignmentExpressionSyntax>()
        where assignment.Left is MemberAccessExpressionSyntax && assignment.Right is ObjectCreationExpressionSyntax
        select new SerializedMember(assignment.Left.LastName(), Key: null, Call: "new");
}
