using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SpecDiff.Surface;
using SpecDiff.Tests.Support;
using TestSupport;

namespace SpecDiff.Tests.Surface;

/// <summary>Lists what an assembly shows to others, a line for each type and member.</summary>
internal static class SurfaceListing
{
    /// <summary>The listing of a library of this repository as it was built for a framework.</summary>
    public static string Of(string library, string framework)
    {
        var path = RepositoryFiles.PathOf("src", library, "bin", BuildSettings.Configuration, framework, library + ".dll");
        Assert.True(File.Exists(path), $"'{path}' is missing. Build tests/SpecDiff.Tests, which builds it.");
        var reference = MetadataReference.CreateFromFile(path);
        var others = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(other => !string.Equals(Path.GetFileName(other), library + ".dll", StringComparison.Ordinal))
            .Select(other => MetadataReference.CreateFromFile(other));
        var compilation = CSharpCompilation.Create("Listing", references: [reference, .. others]);
        return Print(SurfaceReader.Read((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(reference)!));
    }

    private static string Print(IReadOnlyList<SurfaceType> types)
    {
        var text = new StringBuilder();
        foreach (var type in types)
        {
            var bases = type.Bases.Count == 0 ? "" : " : " + string.Join(", ", type.Bases.Select(use => use.Annotated));
            text.Append($"{type.Marks.Text}{type.Kind} {type.FullName}{bases}\n");
            foreach (var member in type.Members)
            {
                text.Append($"    {member.FullText}\n");
            }
        }

        return text.ToString();
    }
}
