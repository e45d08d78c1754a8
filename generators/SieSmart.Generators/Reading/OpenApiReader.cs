using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>Makes an OpenAPI document of text. Whatever is wrong with it ends up among the faults; what is sound is read all the same.</summary>
internal sealed class OpenApiReader
{
    // Nobody changes it.
    private static readonly Dictionary<string, PartEncoding> NoEncoding = [];

    private readonly FaultList _faults;
    private readonly ReferenceResolver _references;
    private readonly NodeReader _values;
    private readonly SchemaReader _schemas;
    private readonly ServerReader _servers;
    private readonly bool _referencesHaveSiblings;

    private OpenApiReader(DocumentFiles files, MappingNode root, bool referencesHaveSiblings, FaultList faults)
    {
        _faults = faults;
        _referencesHaveSiblings = referencesHaveSiblings;
        _references = new ReferenceResolver(files, faults);
        _values = new NodeReader(faults);
        _schemas = new SchemaReader(_references, _values, referencesHaveSiblings, faults);
        _servers = new ServerReader(root, _values, faults);
    }

    /// <summary>Reads a document; null if there is none in the text.</summary>
    public static OpenApiDocument? Read(DocumentFiles files, FaultList faults)
    {
        switch (files.Document.Root)
        {
            case null:
                return null;
            case MappingNode root when root["openapi"] is ScalarNode { Value: var version } && version.StartsWith("3.", StringComparison.Ordinal):
                return new OpenApiReader(files, root, !version.StartsWith("3.0", StringComparison.Ordinal), faults).ReadDocument(root);
            case MappingNode root when root["swagger"] is { } swagger && root["openapi"] is null:
                faults.Add(DiagnosticRules.UnreadableDocument, swagger.Position, $"it is Swagger {(swagger as ScalarNode)?.Value}, and Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are read");
                return null;
            case MappingNode root when root["openapi"] is { } other:
                faults.Add(DiagnosticRules.UnreadableDocument, other.Position, $"its version is '{(other as ScalarNode)?.Value}', and Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are read");
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
        var access = new AccessReader(_references, _values, _faults);
        var document = new OpenApiDocument(
            _values.Text(info, "title"),
            _values.Text(info, "description"),
            _servers.Urls,
            paths,
            components,
            webhooks,
            access.ReadSchemes(_values.Mapping(root, "components") ?? MappingNode.Empty),
            access.ReadSecurity(root),
            access.ReadRateLimit(root),
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
            _values.Text(node, Extensions.VersionScope))
        {
            OwnServers = _servers.OwnOf(node),
        };
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
            else if (entry.Name is "query" or "additionalOperations" && entry.Value is MappingNode)
            {
                _faults.Add(DiagnosticRules.UnsupportedConstruct, entry.Position, $"'{entry.Name}' of a path", "Kiota's requests know no such method, so it is left out.");
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
            _values.Text(node, Extensions.ProvenanceSource))
        {
            OwnServers = _servers.OwnOf(node),
        };
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

            var location = ReadLocation(parameter, name);
            var style = _values.Text(parameter, "style");
            var content = ReadContent(parameter);
            parameters.Add(new Parameter(
                parameter.Position,
                name,
                location,
                parameter.IsTrue("required"),
                style,
                parameter["explode"] is null ? style is null or "form" : parameter.IsTrue("explode"),
                parameter["schema"] is { } schema ? _schemas.Schema(schema) : null,
                content.Select(mediaType => mediaType.Schema).FirstOrDefault(),
                parameter.IsTrue(Extensions.ReservedParameter),
                parameter.IsTrue("allowReserved"),
                Description(item, parameter),
                _values.Deprecation(parameter))
            {
                Examples = LimitReader.Examples(parameter),
            });
        }

        return parameters;
    }

    private ParameterLocation ReadLocation(MappingNode parameter, string name)
    {
        switch (_values.Text(parameter, "in"))
        {
            case "path":
                return ParameterLocation.Path;
            case "query":
                return ParameterLocation.Query;
            case "header":
                return ParameterLocation.Header;
            case "cookie":
                return ParameterLocation.Other;
            case "querystring":
                _faults.Add(DiagnosticRules.UnsupportedConstruct, parameter["in"]!.Position, $"'in: querystring' of parameter '{name}'", "It is left out.");
                return ParameterLocation.Other;
            case var other:
                _faults.Add(
                    DiagnosticRules.UnexpectedStructure,
                    (parameter["in"] ?? parameter).Position,
                    other is null ? $"Parameter '{name}' doesn't say where it stands" : $"Parameter '{name}' stands in '{other}', which is none of 'path', 'query', 'header' and 'cookie'",
                    "It is left out.");
                return ParameterLocation.Other;
        }
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
                responses.Add(new Response(entry.Name.ToUpperInvariant(), ReadContent(node), ReadHeaders(node), entry.Value.Reference is not null)
                {
                    Position = entry.Position,
                    Description = Description(entry.Value, node),
                });
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

    private MediaType[] ReadContent(MappingNode node)
    {
        var entries = _values.Entries(node, "content");
        var content = entries.IsEmpty ? [] : new MediaType[entries.Length];
        for (var index = 0; index < content.Length; index++)
        {
            content[index] = ReadMediaType(entries[index]);
        }

        return content;
    }

    private MediaType ReadMediaType(MappingEntry entry)
    {
        var mediaType = _references.Resolve(entry.Value) as MappingNode ?? MappingNode.Empty;
        if (mediaType["itemSchema"] is { } itemSchema)
        {
            _faults.Add(DiagnosticRules.UnsupportedConstruct, itemSchema.Position, $"'itemSchema' of {entry.Name}", "Items that come one after the other have no type.");
        }

        return new MediaType(
            entry.Name,
            mediaType["schema"] is { } schema ? _schemas.Schema(schema) : null,
            ReadEncoding(mediaType));
    }

    private Dictionary<string, PartEncoding> ReadEncoding(MappingNode mediaType) => _values.Entries(mediaType, "encoding") is not { IsEmpty: false } encoding
        ? NoEncoding
        : encoding.ToDictionary(part => part.Name, part => ReadPart(part.Position, part.Value as MappingNode ?? MappingNode.Empty), StringComparer.Ordinal);

    private PartEncoding ReadPart(TextPosition position, MappingNode part)
    {
        var style = _values.Text(part, "style");
        return new PartEncoding(
            position,
            _values.Text(part, "contentType") ?? "",
            style,
            part["explode"] is null ? style is null or "form" : part.IsTrue("explode"),
            part["headers"] is MappingNode { Entries.IsEmpty: false });
    }

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
