using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>Makes an OpenAPI document of text. Whatever is wrong with it ends up among the faults; what is sound is read all the same.</summary>
internal sealed class OpenApiReader
{
    private readonly FaultList _faults;
    private readonly ReferenceResolver _references;
    private readonly NodeReader _values;
    private readonly SchemaReader _schemas;
    private readonly bool _referencesHaveSiblings;

    private OpenApiReader(DocumentFiles files, bool referencesHaveSiblings, FaultList faults)
    {
        _faults = faults;
        _referencesHaveSiblings = referencesHaveSiblings;
        _references = new ReferenceResolver(files, faults);
        _values = new NodeReader(faults);
        _schemas = new SchemaReader(_references, _values, referencesHaveSiblings, faults);
    }

    /// <summary>Reads a document; null if there is none in the text.</summary>
    public static OpenApiDocument? Read(DocumentFiles files, FaultList faults)
    {
        switch (files.Document.Root)
        {
            case null:
                return null;
            case MappingNode root when root["openapi"] is ScalarNode { Value: var version } && version.StartsWith("3.", StringComparison.Ordinal):
                return new OpenApiReader(files, !version.StartsWith("3.0", StringComparison.Ordinal), faults).ReadDocument(root);
            case MappingNode root when root["swagger"] is { } swagger && root["openapi"] is null:
                faults.Add(DiagnosticRules.UnreadableDocument, swagger.Position, "it is Swagger 2.0, and OpenAPI 3.0, 3.1 and 3.2 are read; convert it, for instance with 'npx swagger2openapi', and name the result in the OpenApiClient item");
                return null;
            case MappingNode root when root["openapi"] is { } other:
                faults.Add(DiagnosticRules.UnreadableDocument, other.Position, $"its version is '{(other as ScalarNode)?.Value}', and OpenAPI 3.0, 3.1 and 3.2 are read");
                return null;
            case var other:
                faults.Add(DiagnosticRules.UnreadableDocument, other.Position, "it has no 'openapi: 3.…' at its root, so it is no OpenAPI document");
                return null;
        }
    }

    private OpenApiDocument ReadDocument(MappingNode root)
    {
        var info = _values.Mapping(root, "info") ?? MappingNode.Empty;
        var components = _schemas.ReadComponents(_values.Mapping(_values.Mapping(root, "components") ?? MappingNode.Empty, "schemas") ?? MappingNode.Empty);
        var paths = _values.Entries(root, "paths")
            .Where(entry => entry.Name.StartsWith("/", StringComparison.Ordinal))
            .Select(entry => ReadPath(entry.Position, entry.Name, entry.Value))
            .OfType<PathItem>()
            .ToList();
        var webhooks = _values.Entries(root, "webhooks")
            .Select(entry => ReadPath(entry.Position, entry.Name, entry.Value))
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
            _values.Text(root, Extensions.IfMatchDefault),
            _values.Text(root, Extensions.TraceIdHeader));
        SuppressionReader.Read(root, _faults);
        _schemas.ReadAll();
        return document;
    }

    private PathItem? ReadPath(TextPosition position, string template, DocumentNode value)
    {
        if (PathItemOf(value) is not { } node)
        {
            return null;
        }

        return new PathItem(
            position,
            template,
            _values.Text(node, "description") ?? _values.Text(node, "summary"),
            ReadParameters(node),
            ReadOperations(node),
            _values.Text(node, Extensions.VersionScope));
    }

    private List<Operation> ReadOperations(MappingNode path)
    {
        var operations = new List<Operation>();
        foreach (var entry in path.Entries)
        {
            if (Operation.Verbs.Contains(entry.Name) && ReadOperation(entry.Position, entry.Name, entry.Value) is { } operation)
            {
                operations.Add(operation);
            }
        }

        return operations;
    }

    /// <summary>A path item, unlike anything else, may have content beside its reference.</summary>
    private MappingNode? PathItemOf(DocumentNode value)
    {
        if (Mapping(value, "A path item") is not { } node)
        {
            return null;
        }

        if (node == value || value is not MappingNode { Entries.Length: > 1 } own)
        {
            return node;
        }

        var entries = own.Entries.Where(entry => entry.Name != "$ref").ToList();
        entries.AddRange(node.Entries.Where(entry => own[entry.Name] is null));
        return new MappingNode(own.Position, [.. entries]);
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
            ReadBody(node),
            ReadResponses(node),
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
                Description(item, parameter),
                _values.Deprecation(parameter)));
        }

        return parameters;
    }

    private RequestBody? ReadBody(MappingNode operation) =>
        operation["requestBody"] is { } body && Mapping(body, "A request body") is { } node
            ? new RequestBody(Description(body, node), ReadContent(node))
            : null;

    private List<Response> ReadResponses(MappingNode operation)
    {
        var responses = new List<Response>();
        foreach (var entry in _values.Entries(operation, "responses"))
        {
            if (!entry.Name.StartsWith("x-", StringComparison.Ordinal) && Mapping(entry.Value, "A response") is { } node)
            {
                responses.Add(new Response(entry.Name.ToUpperInvariant(), ReadContent(node), ReadHeaders(node), ReferenceResolver.ReferenceOf(entry.Value) is not null));
            }
        }

        return responses;
    }

    private string[] ReadHeaders(MappingNode response)
    {
        var headers = _values.Entries(response, "headers");
        foreach (var header in headers)
        {
            // Resolved only to report a reference that leads nowhere.
            _references.Resolve(header.Value);
        }

        return [.. headers.Select(header => header.Name)];
    }

    private MediaType[] ReadContent(MappingNode node) => [.. _values.Entries(node, "content").Select(entry =>
    {
        var mediaType = _references.Resolve(entry.Value) as MappingNode ?? MappingNode.Empty;
        return new MediaType(
            entry.Name,
            mediaType["schema"] is { } schema ? _schemas.Schema(schema) : null,
            ReadEncoding(mediaType));
    })];

    private Dictionary<string, string> ReadEncoding(MappingNode mediaType) =>
        _values.Entries(mediaType, "encoding").ToDictionary(
            part => part.Name,
            part => part.Value is MappingNode encoding ? _values.Text(encoding, "contentType") ?? "" : "",
            StringComparer.Ordinal);

    /// <summary>The description of what a node refers to; from 3.1 on, a reference may have one of its own.</summary>
    private string? Description(DocumentNode node, MappingNode target) =>
        (_referencesHaveSiblings && node != target ? _values.Text((MappingNode)node, "description") : null) ?? _values.Text(target, "description");

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
