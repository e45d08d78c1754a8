using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary><c>prop</c>, <c>query</c>, <c>indexer</c>, <c>ctor</c>, <c>method</c>, <c>params</c> and <c>field</c>.</summary>
internal static class MemberFacts
{
    public static IEnumerable<SurfaceFact> Of(DeclaredType type, Spelling spelling) =>
        from member in type.PublicMembers
        from text in Texts(type, member, spelling)
        select type.Fact(member, text);

    private static IEnumerable<string> Texts(DeclaredType type, MemberDeclarationSyntax member, Spelling spelling) => member switch
    {
        PropertyDeclarationSyntax property => [Property(type, property, spelling)],
        IndexerDeclarationSyntax indexer =>
            [$"indexer {type.FullName}[{spelling.Parameters(indexer.ParameterList)}] : {spelling.Type(indexer.Type)}"],
        ConstructorDeclarationSyntax constructor => [$"ctor {type.FullName}({spelling.Parameters(constructor.ParameterList)})"],
        MethodDeclarationSyntax method => Method(type, method, spelling),
        FieldDeclarationSyntax field => field.Declaration.Variables.Select(variable =>
            $"field {type.FullName}.{variable.Identifier.ValueText} : {spelling.Type(field.Declaration.Type)}"),
        _ => [],
    };

    private static string Property(DeclaredType type, PropertyDeclarationSyntax property, Spelling spelling)
    {
        var name = property.Identifier.ValueText;
        var signature = $"{type.FullName}.{name} : {spelling.Type(property.Type)}";
        return type.IsNested && type.Name.EndsWith("QueryParameters", StringComparison.Ordinal)
            ? $"query {signature} = {QuotedText.Of(QueryName(property, name))}"
            : $"prop {signature} {{{Accessors(property)}}}{Static(property)}";
    }

    private static string QueryName(PropertyDeclarationSyntax property, string name) =>
        property.AttributeLists.Named("QueryParameter")?.ArgumentList?.Arguments[0].Expression.Text()
        ?? char.ToLowerInvariant(name[0]) + name[1..];

    private static string Accessors(PropertyDeclarationSyntax property) => property.AccessorList is null
        ? "get;"
        : string.Concat(property.AccessorList.Accessors
            .OrderBy(accessor => accessor.Keyword.IsKind(SyntaxKind.GetKeyword) ? 0 : 1)
            .Select(accessor => string.Concat(accessor.Modifiers.Select(modifier => modifier.Text + " ")) + accessor.Keyword.Text + ";"));

    private static IEnumerable<string> Method(DeclaredType type, MethodDeclarationSyntax method, Spelling spelling)
    {
        var name = $"{type.FullName}.{method.Identifier.ValueText}";
        yield return $"method {name}({spelling.Parameters(method.ParameterList)}) : {spelling.Type(method.ReturnType)}{Static(method)}";
        if (method.ParameterList.Parameters.Count > 0)
        {
            var names = method.ParameterList.Parameters
                .Select(parameter => parameter.Identifier.ValueText + (parameter.Default is null ? "" : "?"));
            yield return $"params {name} = {string.Join(", ", names)}";
        }
    }

    private static string Static(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.StaticKeyword) ? " static" : "";
}
