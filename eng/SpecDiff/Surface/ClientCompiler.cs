using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SieSmart.Generators;
using SpecDiff.Documents;

namespace SpecDiff.Surface;

/// <summary>Makes the client of a document, by the generator that makes everybody's.</summary>
internal static class ClientCompiler
{
    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Latest,
        preprocessorSymbols: ["NET", "NETCOREAPP", "NET5_0_OR_GREATER", "NET6_0_OR_GREATER", "NET7_0_OR_GREATER", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0", "NET10_0_OR_GREATER"]);

    // What this program needs itself is what a client needs; nothing else of its surroundings may show in a comparison.
    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => IsOfFramework(path) || IsOfClient(Path.GetFileName(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    /// <summary>The public members of the client.</summary>
    /// <param name="documents">The document, and what belongs to it.</param>
    /// <param name="settings">What its client is like.</param>
    public static IReadOnlyList<SurfaceType> Compile(DocumentSet documents, ClientSettings settings)
    {
        var compilation = CSharpCompilation.Create(
            "Client",
            references: References.Value,
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver
            .Create([new OpenApiClientGenerator().AsSourceGenerator()], documents.All, ParseOptions, new MetadataProvider(documents, new Documents.Metadata(settings.ToMetadata())))
            .RunGeneratorsAndUpdateCompilation(compilation, out var client, out _);
        return SurfaceReader.Read(client.Assembly);
    }

    private static bool IsOfFramework(string path) => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location);

    private static bool IsOfClient(string file) => file.StartsWith("Microsoft.Kiota.", StringComparison.Ordinal) || file is "SieSmart.Runtime.dll" or "Std.UriTemplate.dll";
}
