using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SieSmart.Generators.Tests.Fuzzing;

/// <summary>Generated code cut into members, so that a change can be told from what it leaves alone.</summary>
internal static class SourceUnits
{
    /// <summary>The text of each member by type and signature.</summary>
    public static Dictionary<string, string> Of(GeneratorRunResult result)
    {
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var source in result.GeneratedSources)
        {
            foreach (var member in source.SyntaxTree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>().Where(member => member is not (BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)))
            {
                var type = string.Join(".", member.Ancestors().OfType<BaseTypeDeclarationSyntax>().Select(ancestor => ancestor.Identifier.Text).Reverse());
                units[$"{source.HintName} {type} {Signature(member)}"] = member.ToFullString();
            }
        }

        return units;
    }

    private static string Signature(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text + method.ParameterList,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text + constructor.ParameterList,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        EnumMemberDeclarationSyntax value => value.Identifier.Text,
        IndexerDeclarationSyntax indexer => "this" + indexer.ParameterList,
        FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.Text,
        _ => member.ToString(),
    };
}
