using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Parity.Tests.Answers;
using Parity.Tests.Calls;
using Parity.Tests.Clients;
using Parity.Tests.Inputs;
using Parity.Tests.Samples;
using SieSmart.Generators;
using SieSmart.Generators.Tests.Compiling;

namespace DirectJson.Tests.Clients;

/// <summary>A client of a document, compiled with direct JSON. It is Kiota's way and ours in one.</summary>
internal sealed class DirectClient
{
    private static readonly ConcurrentDictionary<string, Lazy<DirectClient>> Known = new(StringComparer.Ordinal);

    private readonly Lazy<DocumentAnswers?> _answers;
    private readonly Lazy<ModelSamples> _samples;

    private DirectClient(ParityDocument document)
    {
        var (sources, faults) = Generate(document.Text, document.Path, LanguageVersion.Latest);
        Compiled = new CompiledClient(sources, faults);
        _answers = new(() => AnswersOf(document));
        if (Compiled.Runs)
        {
            Executors = [.. ClientWalk.Executors(Compiled).Values];
            Address = BaseAddress.Of(Compiled).ForAdapters;
        }

        Name = document.Name;
        _samples = new(() => new ModelSamples(Compiled.Assembly));
    }

    /// <summary>The name of its document.</summary>
    public string Name { get; }

    public CompiledClient Compiled { get; }

    /// <summary>Its calls; none if there is no program.</summary>
    public IReadOnlyList<Executor> Executors { get; } = [];

    /// <summary>The base address to give an adapter.</summary>
    public string? Address { get; }

    /// <summary>The answers that the document declares; null if the reader of these tests stumbles over it.</summary>
    public DocumentAnswers? Answers => _answers.Value;

    /// <summary>Fills its models.</summary>
    public ModelSamples Samples => _samples.Value;

    public static DirectClient Of(ParityDocument document) => Known.GetOrAdd(document.Path, _ => new(() => new DirectClient(document))).Value;

    /// <summary>A client that nobody else asks for.</summary>
    public static DirectClient New(ParityDocument document) => new(document);

    private static DocumentAnswers? AnswersOf(ParityDocument document)
    {
        try
        {
            return DocumentAnswers.Of(document);
        }
        catch (NullReferenceException)
        {
            return null;
        }
    }

    /// <summary>The sources that the generator makes of a document.</summary>
    public static (IReadOnlyList<ClientSource> Sources, IReadOnlyList<string> Faults) Generate(
        string document, string path, LanguageVersion version, string mode = "None", string? directJson = null)
    {
        var (sources, diagnostics) = Run(document, path, version, mode, directJson);
        return (sources, [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString())]);
    }

    /// <summary>The sources that the generator makes of a document, and all that it says.</summary>
    public static (IReadOnlyList<ClientSource> Sources, IReadOnlyList<Diagnostic> Diagnostics) Run(
        string document, string path, LanguageVersion version, string mode, string? directJson)
    {
        using var file = new TemporaryDocument(document);
        var item = new OpenApiDocument(File.Exists(path) ? path : file.Document.Path, file.Document.Text)
            .With("ClientName", "ApiClient")
            .With("Namespace", ParityDocument.Namespace)
            .With("Preconditions", mode);
        if (directJson is not null)
        {
            item = item.With("DirectJson", directJson);
        }

        var parseOptions = ClientCompiler.ParseOptions.WithLanguageVersion(version);
        var driver = CSharpGeneratorDriver.Create([new OpenApiClientGenerator().AsSourceGenerator()], [new DocumentText(item)], parseOptions, new MetadataOptionsProvider([item]));
        var empty = ClientCompiler.Compilation([]).AddSyntaxTrees(CSharpSyntaxTree.ParseText("", parseOptions));
        var result = driver.RunGenerators(empty).GetRunResult().Results.Single();
        return (
            [.. result.GeneratedSources.Select(source => new ClientSource(source.HintName, source.SourceText.ToString()))],
            result.Diagnostics);
    }
}
