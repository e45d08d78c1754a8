using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>Makes an OpenAPI document of text. Whatever is wrong with it ends up among the faults; what is sound is read all the same.</summary>
internal sealed class OpenApiReader
{
    private static readonly MappingNode Nothing = new(default, []);

    private readonly FaultList _faults;
    private readonly ReferenceResolver _references;
    private readonly NodeReader _values;
    private readonly SchemaReader _schemas;

    private OpenApiReader(DocumentNode root, FaultList faults)
    {
        _faults = faults;
        _references = new ReferenceResolver(root, faults);
        _values = new NodeReader(faults);
        _schemas = new SchemaReader(_references, _values, faults);
    }

    /// <summary>Reads a document; null if there is none in the text.</summary>
    public static OpenApiDocument? Read(TextReader text, FaultList faults, CancellationToken cancellationToken)
    {
        switch (DocumentParser.Parse(text, faults, cancellationToken))
        {
            case null:
                return null;
            case MappingNode root when root["openapi"] is ScalarNode version && version.Value.StartsWith("3.", StringComparison.Ordinal):
                return new OpenApiReader(root, faults).ReadDocument(root);
            case MappingNode root when root["openapi"] is not null || root["swagger"] is not null:
                faults.Add(DiagnosticRules.UnreadableDocument, (root["openapi"] ?? root["swagger"])!.Position, "its version isn't 3.0, 3.1 or 3.2");
                return null;
            case var other:
                faults.Add(DiagnosticRules.UnreadableDocument, other.Position, "it has no 'openapi: 3.…' at its root, so it is no OpenAPI document");
                return null;
        }
    }

    private OpenApiDocument ReadDocument(MappingNode root)
    {
        var info = _values.Mapping(root, "info") ?? Nothing;
        var components = _schemas.ReadComponents(_values.Mapping(_values.Mapping(root, "components") ?? Nothing, "schemas") ?? Nothing);
        var paths = (_values.Mapping(root, "paths") ?? Nothing).Entries
            .Where(entry => entry.Name.StartsWith("/", StringComparison.Ordinal))
            .Select(entry => ReadPath(entry.Key.Position, entry.Name, entry.Value))
            .OfType<PathItem>()
            .ToList();
        var webhooks = (_values.Mapping(root, "webhooks") ?? Nothing).Entries
            .Select(entry => ReadPath(entry.Key.Position, entry.Name, entry.Value))
            .OfType<PathItem>()
            .SelectMany(path => path.Operations)
            .SelectMany(operation => (operation.Body?.Content ?? []).Concat(operation.Responses.SelectMany(response => response.Content)))
            .Select(mediaType => mediaType.Schema)
            .OfType<Schema>()
            .ToList();
        var document = new OpenApiDocument(
            _values.Text(info, "title"),
            _values.Text(info, "description"),
            _values.Items(root, "servers").OfType<MappingNode>().Select(server => _values.Text(server, "url")).OfType<string>().ToList(),
            paths,
            components,
            webhooks,
            _values.Text(root, Extensions.IfMatchDefault));
        _schemas.ReadAll();
        return document;
    }

    private PathItem? ReadPath(TextPosition position, string template, DocumentNode value)
    {
        if (Mapping(value, "A path item") is not { } node)
        {
            return null;
        }

        var parameters = ReadParameters(node);
        return new PathItem(
            position,
            template,
            _values.Text(node, "description") ?? _values.Text(node, "summary"),
            parameters,
            node.Entries
                .Where(entry => Operation.Verbs.Contains(entry.Name))
                .Select(entry => ReadOperation(entry.Key.Position, entry.Name, entry.Value))
                .OfType<Operation>()
                .ToList(),
            _values.Text(node, Extensions.VersionScope));
    }

    private Operation? ReadOperation(TextPosition position, string verb, DocumentNode value)
    {
        if (value is not MappingNode node)
        {
            _faults.Add(DiagnosticRules.UnexpectedStructure, value.Position, $"'{verb}' is {value.KindName}, not an operation", "It is left out.");
            return null;
        }

        return new Operation(
            position,
            verb,
            _values.Text(node, "operationId"),
            _values.Text(node, "summary"),
            _values.Text(node, "description"),
            _values.Link(node),
            _values.Deprecation(node),
            ReadParameters(node),
            node["requestBody"] is { } body && Mapping(body, "A request body") is { } bodyNode
                ? new RequestBody(_values.Text(bodyNode, "description"), ReadContent(bodyNode))
                : null,
            (_values.Mapping(node, "responses") ?? Nothing).Entries.Select(ReadResponse).OfType<Response>().ToList(),
            _values.Text(node, Extensions.IfMatch),
            _values.Text(node, Extensions.VersionScope),
            _values.Text(node, Extensions.Retry) == "safe",
            _values.Provenance(node, Extensions.Provenance),
            _values.Provenance(node, Extensions.PathProvenance),
            _values.Text(node, Extensions.ProvenanceSource));
    }

    private List<Parameter> ReadParameters(MappingNode node)
    {
        var parameters = new List<Parameter>();
        foreach (var item in _values.Items(node, "parameters"))
        {
            if (Mapping(item, "A parameter") is not { } parameter)
            {
                continue;
            }

            if (_values.Text(parameter, "name") is not { Length: > 0 } name)
            {
                _faults.Add(DiagnosticRules.UnexpectedStructure, parameter.Position, "A parameter has no name", "It is left out.");
                continue;
            }

            var location = _values.Text(parameter, "in") switch
            {
                "path" => ParameterLocation.Path,
                "query" => ParameterLocation.Query,
                "header" => ParameterLocation.Header,
                _ => ParameterLocation.Other,
            };
            var style = _values.Text(parameter, "style");
            parameters.Add(new Parameter(
                parameter.Position,
                name,
                location,
                NodeReader.Flag(parameter, "required"),
                parameter["explode"] is null ? style is null or "form" : NodeReader.Flag(parameter, "explode"),
                parameter["schema"] is { } schema ? _schemas.Schema(schema) : null,
                _values.Text(parameter, "description"),
                _values.Deprecation(parameter)));
        }

        return parameters;
    }

    private Response? ReadResponse(MappingEntry entry)
    {
        if (entry.Name.StartsWith("x-", StringComparison.Ordinal) || Mapping(entry.Value, "A response") is not { } node)
        {
            return null;
        }

        var headers = _values.Mapping(node, "headers")?.Entries.Select(header =>
        {
            // Resolved only to report a reference that leads nowhere.
            _references.Resolve(header.Value);
            return header.Name;
        }).ToList() ?? [];
        return new Response(entry.Name.ToUpperInvariant(), ReadContent(node), headers, ReferenceResolver.ReferenceOf(entry.Value) is not null);
    }

    private List<MediaType> ReadContent(MappingNode node)
    {
        var content = new List<MediaType>();
        foreach (var entry in _values.Mapping(node, "content")?.Entries ?? [])
        {
            var mediaType = _references.Resolve(entry.Value) as MappingNode ?? Nothing;
            content.Add(new MediaType(
                entry.Name,
                mediaType["schema"] is { } schema ? _schemas.Schema(schema) : null,
                _values.Mapping(mediaType, "encoding")?.Entries.ToDictionary(part => part.Name, part => part.Value is MappingNode encoding ? _values.Text(encoding, "contentType") ?? "" : "", StringComparer.Ordinal) ?? []));
        }

        return content;
    }

    private MappingNode? Mapping(DocumentNode value, string what)
    {
        switch (_references.Resolve(value))
        {
            case null:
                return null;
            case MappingNode mapping:
                return mapping;
            case var other:
                _faults.Add(DiagnosticRules.UnexpectedStructure, other.Position, $"{what} is {other.KindName}, not a mapping", "It is left out.");
                return null;
        }
    }
}
