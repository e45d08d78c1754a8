using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace SieSmart.Sandbox.Tests.Specification;

/// <summary>
/// Holds what the sandbox has said against the description, in both directions: nothing may be said that is not
/// described, and what is documented has to be said at least once.
/// </summary>
internal sealed class SpecificationWalk
{
    private static readonly HashSet<string> TransportHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Allow", "Accept", "Connection", "Content-Length", "Content-Type", "Date", "Host", "Server", "Transfer-Encoding",
    };

    private readonly ApiDescription _description;
    private readonly List<string> _findings = [];
    private readonly HashSet<string> _propertiesSeen = new(StringComparer.Ordinal);
    private readonly HashSet<ApiOperation> _operationsSeen = [];

    private SpecificationWalk(ApiDescription description) => _description = description;

    /// <returns>What does not fit, in sentences; nothing if all does.</returns>
    public static IReadOnlyList<string> Run(ApiDescription description, IReadOnlyList<Exchange> exchanges)
    {
        var walk = new SpecificationWalk(description);
        foreach (var exchange in exchanges)
        {
            walk.Check(exchange);
        }

        walk.CheckThatAllOperationsWereSeen();
        walk.CheckThatDocumentedPropertiesWereSeen();
        return walk._findings;
    }

    private void Check(Exchange exchange)
    {
        if (_description.Find(exchange.Method, exchange.Path) is not { } operation)
        {
            _findings.Add($"{exchange}: the description has no such operation.");
        }
        else if (operation.IsCallback)
        {
            _operationsSeen.Add(operation);
            CheckHeaders(exchange, HeaderParametersOf(operation.Node));
            CheckBody(exchange, operation.Node.Find("requestBody")!);
        }
        else if (ResponseFor(operation, exchange.Status!.Value) is not { } response)
        {
            _findings.Add($"{exchange}: the description has no such status.");
        }
        else
        {
            if (exchange.Status is >= 200 and < 300)
            {
                _operationsSeen.Add(operation);
            }

            CheckHeaders(exchange, [.. response.Find("headers")?.Entries ?? []]);
            CheckBody(exchange, response);
        }
    }

    private YamlNode? ResponseFor(ApiOperation operation, int status)
    {
        var responses = operation.Node.Find("responses")!;
        var response = responses.Find($"{status}") ?? responses.Find($"{status / 100}XX") ?? responses.Find("default");
        return response is null ? null : _description.Resolve(response);
    }

    private static List<KeyValuePair<string, YamlNode>> HeaderParametersOf(YamlNode operation)
        => [
            .. from parameter in operation.Find("parameters") as YamlSequenceNode ?? []
               where parameter.Text("in") == "header"
               select KeyValuePair.Create(parameter.Text("name")!, parameter),
        ];

    private void CheckHeaders(Exchange exchange, IReadOnlyList<KeyValuePair<string, YamlNode>> described)
    {
        foreach (var name in exchange.Headers.Where(name => !TransportHeaders.Contains(name)))
        {
            if (!described.Any(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)))
            {
                _findings.Add($"{exchange}: the header {name} is not described.");
            }
        }

        foreach (var (name, header) in described)
        {
            var isDocumented = _description.Resolve(header).Text("x-provenance") == "documented";
            if (isDocumented && !exchange.Headers.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                _findings.Add($"{exchange}: the documented header {name} is missing.");
            }
        }
    }

    private void CheckBody(Exchange exchange, YamlNode described)
    {
        if (exchange.Body.Length == 0)
        {
            if (described.Find("content") is not null)
            {
                _findings.Add($"{exchange}: the described body is missing.");
            }
        }
        else if (described.Find("content")?.Find(exchange.MediaType ?? string.Empty)?.Find("schema") is not { } schema)
        {
            _findings.Add($"{exchange}: a body of type '{exchange.MediaType}' is not described.");
        }
        else if (exchange.MediaType == "application/json")
        {
            using var json = JsonDocument.Parse(exchange.Body);
            CheckValue(exchange, "body", schema, json.RootElement);
        }
    }

    private void CheckValue(Exchange exchange, string name, YamlNode reference, JsonElement value)
    {
        var (schemaName, schema) = _description.ResolveSchema(name, reference);
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (!reference.Flag("nullable"))
            {
                _findings.Add($"{exchange}: {name} is null, and not described as nullable.");
            }
        }
        else if (!IsOfType(schema, value))
        {
            _findings.Add($"{exchange}: {name} is no {schema.Text("type")} {schema.Text("format")}, but {value.GetRawText()}.");
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                CheckProperty(exchange, schemaName, schema, property);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                CheckValue(exchange, $"{name}[]", schema.Find("items")!, item);
            }
        }
    }

    // An open object does not excuse the sandbox: it may hold what a client has sent, and this one sends nothing unknown.
    private void CheckProperty(Exchange exchange, string schemaName, YamlNode schema, JsonProperty property)
    {
        var name = $"{schemaName}.{property.Name}";
        if (schema.Find("properties")?.Find(property.Name) is not { } described)
        {
            _findings.Add($"{exchange}: the property {name} is not described.");
        }
        else if (described.Flag("writeOnly"))
        {
            _findings.Add($"{exchange}: the property {name} is write-only.");
        }
        else
        {
            _propertiesSeen.Add(name);
            CheckValue(exchange, name, described, property.Value);
        }
    }

    private static bool IsOfType(YamlNode schema, JsonElement value) => schema.Text("type") switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && (schema.Text("format") == "int64"
            ? value.TryGetInt64(out _)
            : value.TryGetInt32(out _)),
        "string" => value.ValueKind == JsonValueKind.String && schema.Text("format") switch
        {
            "date-time" => value.TryGetDateTimeOffset(out _),
            "uuid" => value.TryGetGuid(out _),
            _ => true,
        },
        _ => false,
    };

    private void CheckThatAllOperationsWereSeen()
    {
        foreach (var operation in _description.Operations.Where(operation => !_operationsSeen.Contains(operation)))
        {
            _findings.Add($"{operation}: never succeeded.");
        }
    }

    private void CheckThatDocumentedPropertiesWereSeen()
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var schema in AnsweredSchemas())
        {
            Visit("body", schema, visited);
        }
    }

    private IEnumerable<YamlNode> AnsweredSchemas()
        => from operation in _description.Operations
           where !operation.IsCallback
           from response in operation.Node.Find("responses")!.Entries
           from content in _description.Resolve(response.Value).Find("content")?.Entries ?? []
           select content.Value.Find("schema");

    private void Visit(string name, YamlNode reference, HashSet<string> visited)
    {
        var (schemaName, schema) = _description.ResolveSchema(name, reference);
        if (schema.Find("items") is { } items)
        {
            Visit($"{name}[]", items, visited);
        }

        foreach (var (property, described) in schema.Find("properties")?.Entries ?? [])
        {
            var full = $"{schemaName}.{property}";
            if (!visited.Add(full))
            {
                continue;
            }

            if (described.Text("x-provenance") == "documented" && !described.Flag("writeOnly") && !_propertiesSeen.Contains(full))
            {
                _findings.Add($"{full}: documented, but no answer holds it.");
            }

            Visit(full, described, visited);
        }
    }
}
