using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Parity.Surface;

/// <summary><c>type</c> and <c>enum</c>.</summary>
internal static class TypeFacts
{
    public static IEnumerable<SurfaceFact> Of(DeclaredType type, Spelling spelling)
    {
        if (type.Parts[0] is EnumDeclarationSyntax)
        {
            var flags = type.Parts.Any(part => part.AttributeLists.Named("Flags") is not null) ? " flags" : "";
            return
            [
                type.Fact($"type {type.FullName} enum{flags}"),
                .. type.Parts.OfType<EnumDeclarationSyntax>().SelectMany(part => part.Members)
                    .Select(member => EnumMember(type, member, spelling)),
            ];
        }

        var bases = Bases(type, spelling);
        var list = bases.Count == 0 ? "" : " : " + string.Join(", ", bases);
        return [type.Fact($"type {type.FullName} {Keyword(type)}{list}")];
    }

    private static SurfaceFact EnumMember(DeclaredType type, EnumMemberDeclarationSyntax member, Spelling spelling)
    {
        var name = member.Identifier.ValueText;
        var wire = member.AttributeLists.Named("EnumMember")?.ArgumentList?.Arguments
            .Select(argument => argument.Expression.Text())
            .OfType<string>()
            .FirstOrDefault();
        var number = member.EqualsValue is { Value: var value } ? " " + spelling.Expression(value) : "";
        return type.Fact(member, $"enum {type.FullName}.{name} = {QuotedText.Of(wire ?? name)}{number}");
    }

    private static List<string> Bases(DeclaredType type, Spelling spelling)
    {
        var spelled = type.Parts
            .SelectMany(part => part.BaseList?.Types ?? [])
            .Select(listed => spelling.Type(listed.Type))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return
        [
            .. spelled.Where(name => !IsInterface(name)),
            .. spelled.Where(IsInterface).Order(StringComparer.Ordinal),
        ];
    }

    private static bool IsInterface(string spelled)
    {
        var arguments = spelled.IndexOf('<', StringComparison.Ordinal);
        var name = arguments < 0 ? spelled : spelled[..arguments];
        return !name.Contains('.', StringComparison.Ordinal) && name.Length > 1 && name[0] == 'I' && char.IsUpper(name[1]);
    }

    private static string Keyword(DeclaredType type) => type.Parts[0] is TypeDeclarationSyntax declaration ? declaration.Keyword.Text : "enum";
}
