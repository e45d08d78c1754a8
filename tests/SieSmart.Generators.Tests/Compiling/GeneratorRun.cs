using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SieSmart.Generators.Tests.Compiling;

/// <summary>The generator run by the real compiler over documents in memory.</summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpCompilationOptions CompilationOptions = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        .WithNullableContextOptions(NullableContextOptions.Enable)
        .WithWarningLevel(9999)
        .WithReportSuppressedDiagnostics(true)
        .WithSpecificDiagnosticOptions(new Dictionary<string, ReportDiagnostic>(StringComparer.Ordinal)
        {
            // The SDK turns these two off in every project: they are about versions of the framework's own assemblies.
            ["CS1701"] = ReportDiagnostic.Suppress,
            ["CS1702"] = ReportDiagnostic.Suppress,
        });

    private readonly GeneratorDriver _driver;
    private readonly CSharpCompilation _before;
    private readonly Compilation _after;
    private readonly ImmutableList<DocumentText> _documents;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation before, ImmutableList<DocumentText> documents)
    {
        _driver = driver.RunGeneratorsAndUpdateCompilation(before, out _after, out _);
        _before = before;
        _documents = documents;
        Result = _driver.GetRunResult().Results.Single();
    }

    /// <summary>What the compiler knows of the run, tracked steps included.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>What the generator reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The project with what was generated.</summary>
    public Compilation Compilation => _after;

    public IEnumerable<SyntaxTree> Trees => Result.GeneratedSources.Select(source => source.SyntaxTree);

    /// <summary>Generated text by hint name.</summary>
    public ImmutableSortedDictionary<string, string> Sources => Result.GeneratedSources
        .ToImmutableSortedDictionary(source => source.HintName, source => source.SourceText.ToString(), StringComparer.Ordinal);

    /// <summary>Runs the generator over documents in a project that has Kiota's packages and SieSmart.Runtime.</summary>
    public static GeneratorRun Of(TargetPlatform target, params IReadOnlyList<OpenApiDocument> documents) =>
        Of(target, target.References, documents);

    /// <summary>Runs the generator over documents in a project that has Kiota's packages alone.</summary>
    public static GeneratorRun WithoutRuntime(TargetPlatform target, params IReadOnlyList<OpenApiDocument> documents) =>
        Of(target, target.ReferencesWithoutRuntime, documents);

    /// <summary>Runs again on the same driver, as the compiler does after an edit of a document; metadata stays as it was.</summary>
    public GeneratorRun After(OpenApiDocument edited)
    {
        var old = _documents.Single(document => string.Equals(document.Path, edited.Path, StringComparison.Ordinal));
        var replacement = new DocumentText(edited);
        return new GeneratorRun(_driver.ReplaceAdditionalText(old, replacement), _before, _documents.Replace(old, replacement));
    }

    /// <summary>Runs again on the same driver, as the compiler does after an edit of the project file that leaves documents as they are.</summary>
    public GeneratorRun AfterEditOfProject(params IReadOnlyList<OpenApiDocument> documents)
    {
        var added = documents.Where(document => !_documents.Exists(text => string.Equals(text.Path, document.Path, StringComparison.Ordinal))).Select(document => new DocumentText(document)).ToImmutableArray();
        var driver = _driver.WithUpdatedAnalyzerConfigOptions(new MetadataOptionsProvider(documents)).AddAdditionalTexts(ImmutableArray<AdditionalText>.CastUp(added));
        return new GeneratorRun(driver, _before, _documents.AddRange(added));
    }

    /// <summary>Runs again on the same driver, as the compiler does after a reference is added.</summary>
    public GeneratorRun After(MetadataReference reference) => new(_driver, _before.AddReferences(reference), _documents);

    /// <summary>Runs again on the same driver, as the compiler does after packages are updated.</summary>
    public GeneratorRun WithReferences(IEnumerable<MetadataReference> references) => new(_driver, _before.WithReferences(references), _documents);

    /// <summary>Runs again on the same driver, as the compiler does after an edit of a C# file.</summary>
    public GeneratorRun After(string source) => new(_driver, _before.AddSyntaxTrees(Parse(source, _before)), _documents);

    /// <summary>Runs again on the same driver, as the compiler does while somebody types in the C# file that was added last.</summary>
    public GeneratorRun AfterEditOfLast(string source) => new(_driver, _before.ReplaceSyntaxTree(_before.SyntaxTrees[^1], Parse(source, _before)), _documents);

    /// <summary>Errors and warnings, at the highest level, of the generated code and of sources that use it.</summary>
    public IReadOnlyList<Diagnostic> Compile(params IEnumerable<string> sources) =>
        [.. Unsuppressed(CompileWithoutPragmas(sources))];

    /// <summary>The same of the generated code alone, analysed for nulls inside of methods as well, which consumers' compilers are spared.</summary>
    public IReadOnlyList<Diagnostic> CompileWithNullableAnalysis()
    {
        var analysed = Sources.Values.Select(source => Parse(source.Replace("#nullable enable annotations", "#nullable enable", StringComparison.Ordinal), _before));
        return [.. Unsuppressed(Complaints(_before.AddSyntaxTrees(analysed)))];
    }

    /// <summary>Writes the assembly of the generated code and of sources that use it, and returns the compiler's errors.</summary>
    public IReadOnlyList<Diagnostic> Emit(Stream image, params IEnumerable<string> sources) =>
        [.. _after.AddSyntaxTrees(sources.Select(source => Parse(source, _before))).Emit(image).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    /// <summary>The same with those that a pragma in the code hides.</summary>
    public IReadOnlyList<Diagnostic> CompileWithoutPragmas(params IEnumerable<string> sources) =>
        [.. Complaints(_after.AddSyntaxTrees(sources.Select(source => Parse(source, _before))))];

    /// <summary>Runs the generator over documents in a project with these references.</summary>
    public static GeneratorRun Of(TargetPlatform target, IEnumerable<MetadataReference> references, IReadOnlyList<OpenApiDocument> documents)
    {
        var compilation = CSharpCompilation.Create("Consumer", [CSharpSyntaxTree.ParseText("", target.ParseOptions)], references, CompilationOptions);
        var texts = documents.Select(document => new DocumentText(document)).ToImmutableList();
        var driver = CSharpGeneratorDriver.Create(
            [new OpenApiClientGenerator().AsSourceGenerator()],
            texts,
            target.ParseOptions,
            new MetadataOptionsProvider(documents),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun(driver, compilation, texts);
    }

    private static IEnumerable<Diagnostic> Complaints(Compilation compilation) =>
        compilation.Emit(Stream.Null).Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    private static IEnumerable<Diagnostic> Unsuppressed(IEnumerable<Diagnostic> diagnostics) => diagnostics.Where(diagnostic => !diagnostic.IsSuppressed);

    private static SyntaxTree Parse(string source, CSharpCompilation compilation) =>
        CSharpSyntaxTree.ParseText(source, (CSharpParseOptions)compilation.SyntaxTrees[0].Options);
}
