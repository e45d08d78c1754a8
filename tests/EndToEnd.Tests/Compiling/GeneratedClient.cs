using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SieSmart.Generators;
using SieSmart.Generators.Tests.Compiling;
using TestSupport;

namespace EndToEnd.Tests.Compiling;

/// <summary>The client that the generator makes of an edited description of the API.</summary>
internal sealed class GeneratedClient
{
    public const string Description = "spec/siesmart.openapi.yaml";

    private const string OwnAssembly = "SieSmart.Client.dll";

    private GeneratedClient(Compilation compilation, IReadOnlyList<Diagnostic> diagnostics)
    {
        Compilation = compilation;
        Diagnostics = diagnostics;
    }

    /// <summary>The generated code, with all that it needs.</summary>
    public Compilation Compilation { get; }

    /// <summary>What the generator reported.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    public static GeneratedClient Of(string description)
    {
        var document = new OpenApiDocument(Description, description)
            .With("ClientName", "SieSmartClient")
            .With("Namespace", "SieSmart")
            .With("Preconditions", "Required")
            .With("ExcludePaths", "/oauth/token");
        document = EditorConfig().Aggregate(document, (configured, line) => configured.Configured(line.Key, line.Value));
        var parseOptions = new CSharpParseOptions(LanguageVersion.Latest);
        var before = CSharpCompilation.Create(
            "Consumer",
            references: CSharpSnippet.References.Where(reference => Path.GetFileName(reference.FilePath) != OwnAssembly),
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        CSharpGeneratorDriver
            .Create(
                [new OpenApiClientGenerator().AsSourceGenerator()],
                [new DocumentText(document)],
                parseOptions,
                new MetadataOptionsProvider([document]))
            .RunGeneratorsAndUpdateCompilation(before, out var after, out var diagnostics, TestContext.Current.CancellationToken);
        return new GeneratedClient(after, diagnostics);
    }

    /// <summary>What the repository's own <c>.editorconfig</c> says of the description.</summary>
    private static ImmutableDictionary<string, string> EditorConfig() =>
        AnalyzerConfigSet.Create(ImmutableArray.Create(AnalyzerConfig.Parse(RepositoryFiles.Read(".editorconfig"), "/repository/.editorconfig")))
            .GetOptionsForSourcePath("/repository/" + Description).AnalyzerOptions;

    /// <summary>The description as it is in the repository.</summary>
    public static string Read() => RepositoryFiles.Read(Description);
}
