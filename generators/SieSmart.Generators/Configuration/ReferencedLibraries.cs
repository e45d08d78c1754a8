using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SieSmart.Generators.Configuration;

/// <summary>What a project references.</summary>
/// <param name="Types">Which of the types that generated code may need are there.</param>
/// <param name="OldKiota">A package of Kiota that is too old, as name and version; null if there is none.</param>
internal sealed record ReferencedLibraries(ReferencedTypes Types, string? OldKiota)
{
    private const int MinimumKiotaVersion = 2;

    // One that is older than the others is as bad as all: they fail when they meet at run time.
    private static readonly ImmutableHashSet<string> KiotaAssemblies = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Microsoft.Kiota.Abstractions",
        "Microsoft.Kiota.Http.HttpClientLibrary",
        "Microsoft.Kiota.Serialization.Form",
        "Microsoft.Kiota.Serialization.Json",
        "Microsoft.Kiota.Serialization.Multipart",
        "Microsoft.Kiota.Serialization.Text");

    /// <summary>Looks at references. They are looked at again only if they change, unlike a compilation, which every edit changes.</summary>
    /// <param name="references">The references.</param>
    /// <param name="assemblyName">The project's assembly, to which others may have opened their internals.</param>
    public static ReferencedLibraries In(ImmutableArray<MetadataReference> references, string? assemblyName)
    {
        var compilation = CSharpCompilation.Create(assemblyName, syntaxTrees: [], references);
        var oldKiota = compilation.ReferencedAssemblyNames
            .Where(assembly => assembly.Version.Major < MinimumKiotaVersion && KiotaAssemblies.Contains(assembly.Name))
            .Select(assembly => $"{assembly.Name} {assembly.Version.ToString(fieldCount: 3)}")
            .OrderBy(name => name, StringComparer.Ordinal)
            .FirstOrDefault();
        return new ReferencedLibraries(ReferencedTypes.ReferencedBy(compilation), oldKiota);
    }
}
