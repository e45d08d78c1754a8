using System.Collections.Immutable;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.Swagger;

/// <summary>
/// Says a document of Swagger 2.0 as OpenAPI 3.0 says it, so that nothing behind this folder knows of the difference. References
/// stay as they are: what they name stands both where Swagger has it and where OpenAPI has it.
/// </summary>
internal sealed class SwaggerDocument
{
    private readonly MappingNode _root;
    private readonly SwaggerSchemas _schemas = new();
    private readonly SwaggerParameters _parameters;

    private SwaggerDocument(MappingNode root)
    {
        _root = root;
        _parameters = new SwaggerParameters(root, _schemas);
    }

    /// <summary>A file's content, whatever it is; converted if it is Swagger 2.0.</summary>
    public static DocumentNode? Upgrade(DocumentNode? root) =>
        root is MappingNode mapping && mapping["swagger"] is ScalarNode { Value: "2.0" or "2" } && mapping["openapi"] is null ? new SwaggerDocument(mapping).Convert() : root;

    private MappingNode Convert()
    {
        var definitions = _root["definitions"] is { } schemas ? _schemas.ConvertAll(schemas) : null;
        var parameters = _root["parameters"] is MappingNode shared ? _parameters.Shared(shared) : null;
        var responses = _root["responses"] is MappingNode answers ? Nodes.Convert(answers, entry => Response(entry.Value, Produces(operation: null))) : null;
        var position = _root.Position;
        var components = Nodes.Mapping(
            position,
            Nodes.Entry("schemas", definitions),
            Nodes.Entry("parameters", parameters),
            Nodes.Entry("responses", responses),
            Nodes.Entry("securitySchemes", SwaggerSecurity.Convert(_root["securityDefinitions"])));
        return Nodes.Mapping(
            position,
            Nodes.Entry("openapi", Nodes.Text(_root["swagger"]!.Position, "3.0.3")),
            Nodes.Entry("servers", SwaggerServers.Of(_root)),
            Nodes.Entry("definitions", definitions),
            Nodes.Entry("parameters", parameters),
            Nodes.Entry("responses", responses),
            Nodes.Entry("components", components),
            Nodes.Entry("paths", _root["paths"] is MappingNode paths ? Nodes.Convert(paths, entry => Path(entry.Value)) : _root["paths"]),
            _root.Entries.Where(entry => entry.Name is not ("swagger" or "host" or "basePath" or "schemes" or "securityDefinitions" or "consumes" or "produces")));
    }

    private DocumentNode Path(DocumentNode path)
    {
        if (path is not MappingNode node)
        {
            return path;
        }

        var shared = node["parameters"] as SequenceNode;
        return Nodes.Convert(node, entry => (entry.Name, entry.Value) switch
        {
            ("parameters", SequenceNode parameters) => _parameters.WithoutBody(parameters),
            (var verb, MappingNode operation) when Operation.Verbs.Contains(verb) => Operate(operation, shared),
            (_, var other) => other,
        });
    }

    private MappingNode Operate(MappingNode operation, SequenceNode? shared)
    {
        var own = operation["parameters"] as SequenceNode;
        IReadOnlyList<DocumentNode> all = [.. own?.Items ?? [], .. shared?.Items ?? []];
        return Nodes.Mapping(
            operation.Position,
            Nodes.Entry("parameters", own is null ? operation["parameters"] : _parameters.WithoutBody(own)),
            Nodes.Entry("requestBody", _parameters.Body(all, (operation["consumes"] ?? _root["consumes"]) as SequenceNode)),
            Nodes.Entry("responses", operation["responses"] is MappingNode responses ? Nodes.Convert(responses, entry => Response(entry.Value, Produces(operation))) : operation["responses"]),
            operation.Entries.Where(entry => entry.Name is not ("consumes" or "produces" or "schemes")));
    }

    private SequenceNode? Produces(MappingNode? operation) => (operation?["produces"] ?? _root["produces"]) as SequenceNode;

    private DocumentNode Response(DocumentNode response, SequenceNode? produces)
    {
        if (response is not MappingNode node || node.Reference is not null)
        {
            return response;
        }

        var schema = node["schema"] is { } said ? _schemas.Convert(said) : null;

        // What an operation produces it may send in every answer, those included of which nothing else is said.
        var content = schema is null && produces is not { Items.IsEmpty: false } ? null : SwaggerParameters.Content(
            SwaggerParameters.MediaTypes(produces, schema is not null && IsFile(schema) ? "application/octet-stream" : "application/json", node.Position),
            Nodes.Mapping(node.Position, Nodes.Entry("schema", schema)));
        return Nodes.Mapping(
            node.Position,
            Nodes.Entry("content", content),
            Nodes.Entry("headers", node["headers"] is MappingNode headers ? Nodes.Convert(headers, entry => entry.Value is MappingNode header ? _parameters.Header(header) : entry.Value) : node["headers"]),
            node.Entries.Where(entry => entry.Name is not ("schema" or "examples")));
    }

    private static bool IsFile(DocumentNode schema) => schema is MappingNode node && node["format"] is ScalarNode { Value: "binary" };
}
