using Microsoft.CodeAnalysis;
using SieSmart.Generators.Configuration;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Model;
using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading;
using SieSmart.Generators.Reading.Syntax;
using SieSmart.Generators.Shaping;
using SpecDiff.Findings;

namespace SpecDiff.Documents;

/// <summary>A document as the generator reads it: its nodes, and the client that it makes of them.</summary>
internal sealed class ApiDescription
{
    private readonly DocumentFiles _files;
    private readonly DocumentSet _documents;
    private readonly bool _isOld;

    private ApiDescription(DocumentFiles files, DocumentSet documents, MappingNode root, FaultList faults, GeneratedClient client, bool isOld)
    {
        _files = files;
        _documents = documents;
        _isOld = isOld;
        Root = root;
        References = new ReferenceResolver(files, faults);
        Builders = [.. client.Files.Select(file => file.Type).OfType<RequestBuilderModel>()];
        Executors = Builders
            .SelectMany(builder => builder.Executors)
            .ToDictionary(executor => executor.Operation.Method + " " + executor.Operation.PathTemplate, StringComparer.Ordinal);
    }

    /// <summary>The root of the document.</summary>
    public MappingNode Root { get; }

    /// <summary>Follows references.</summary>
    public ReferenceResolver References { get; }

    /// <summary>The client's request builders.</summary>
    public IReadOnlyList<RequestBuilderModel> Builders { get; }

    /// <summary>The client's operations by verb and path; those that it leaves out are not among them.</summary>
    public IReadOnlyDictionary<string, ExecutorModel> Executors { get; }

    /// <summary>The title, or an empty string.</summary>
    public string Title => Info("title");

    /// <summary>The version, or an empty string.</summary>
    public string Version => Info("version");

    /// <summary>Whether what stands beside a reference counts.</summary>
    public bool ReferencesHaveSiblings => Root["openapi"] is ScalarNode { Value: var version } && !version.StartsWith("3.0", StringComparison.Ordinal);

    /// <summary>Reads a document.</summary>
    /// <param name="documents">The document, and what belongs to it.</param>
    /// <param name="settings">What its client is like.</param>
    /// <param name="isOld">Whether it is the older of the two.</param>
    /// <exception cref="NotComparableException">There is no sound document in the text.</exception>
    public static ApiDescription Read(DocumentSet documents, ClientSettings settings, bool isOld)
    {
        var faults = new FaultList(documents.Document.Path);
        var files = new DocumentFiles(documents.Document, documents.Overlays, documents.References, new ParsedTexts(), faults, CancellationToken.None);
        var options = new ClientOptionsReader(new Metadata(settings.ToMetadata()), faults).Read();
        var client = options is not null && OpenApiReader.Read(files, faults) is { } document ? ClientShaper.Shape(document, options, faults) : null;
        var errors = RuleSeverities.Apply(options?.Severities ?? default, faults.ToEquatableArray()).Select(fault => fault.ToDiagnostic()).Where(fault => fault.Severity == DiagnosticSeverity.Error).Select(Describe).ToList();
        if (errors.Count > 0 || client is null)
        {
            throw new NotComparableException(
                $"The {(isOld ? "old" : "new")} document '{documents.Document.Path}' is not sound, so what is compared might be half of it. Correct:\n" + string.Join("\n", errors));
        }

        return new ApiDescription(files, documents, (MappingNode)files.Document.Root!, faults, client, isOld);
    }

    /// <summary>The line of a node.</summary>
    public Place PlaceOf(TextPosition position) => new(_isOld, Path.GetFileName(PathOf(position)), position.Line + 1);

    // What an overlay brings stands in the overlay, though it is part of the document.
    private string PathOf(TextPosition position) =>
        position.File >= 1 && position.File <= _documents.Overlays.Length ? _documents.Overlays[position.File - 1].Path : _files.Of(position).Path;

    private static string Describe(Diagnostic fault)
    {
        var line = fault.Location.GetLineSpan();
        return $"  {line.Path}({line.StartLinePosition.Line + 1},{line.StartLinePosition.Character + 1}): {fault.Id}: {fault.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }

    private string Info(string key) => Root["info"] is MappingNode info && info[key] is ScalarNode { Value: var value } ? value : "";
}
