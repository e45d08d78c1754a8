using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>Makes schemas of nodes: one for each node, however often it is referred to.</summary>
internal sealed class SchemaReader(ReferenceResolver references, NodeReader values, FaultList faults)
{
    private readonly Dictionary<DocumentNode, Schema> _schemas = [];
    private readonly Queue<KeyValuePair<DocumentNode, Schema>> _unread = new();
    private MappingNode? _components;

    /// <summary>Reads the schemas under components/schemas.</summary>
    public IReadOnlyList<Schema> ReadComponents(MappingNode components)
    {
        _components = components;
        var schemas = new List<Schema>();
        foreach (var entry in components.Entries)
        {
            var schema = Schema(entry.Value);
            schema.ComponentName ??= entry.Name;
            schemas.Add(schema);
        }

        return schemas;
    }

    /// <summary>
    /// The schema of a node. It is filled in by <see cref="ReadAll"/>: a queue instead of recursion, so that no nesting
    /// can exhaust the stack.
    /// </summary>
    public Schema Schema(DocumentNode node)
    {
        if (!_schemas.TryGetValue(node, out var schema))
        {
            schema = new Schema(node.Position);
            _schemas.Add(node, schema);
            _unread.Enqueue(new KeyValuePair<DocumentNode, Schema>(node, schema));
        }

        return schema;
    }

    /// <summary>Fills in all schemas asked for so far, and those that they lead to.</summary>
    public void ReadAll()
    {
        while (_unread.Count > 0)
        {
            var next = _unread.Dequeue();
            switch (next.Key)
            {
                case MappingNode mapping:
                    Read(mapping, next.Value);
                    break;
                case ScalarNode { IsPlain: true, Value: "true" }:
                    // JSON Schema's "anything goes" is a schema that says nothing.
                    break;
                default:
                    faults.Add(DiagnosticRules.UnexpectedStructure, next.Key.Position, $"A schema is {next.Key.KindName}", "It is read as 'anything'; a schema is a mapping.");
                    break;
            }
        }

        BreakCircles();
    }

    /// <summary>References that lead only to each other lead nowhere.</summary>
    private void BreakCircles()
    {
        foreach (var pair in _schemas.Where(pair => pair.Value.Reference is not null).ToList())
        {
            var visited = new HashSet<Schema>();
            for (var schema = pair.Value; schema is not null; schema = schema.Reference)
            {
                if (!visited.Add(schema))
                {
                    faults.Add(DiagnosticRules.DanglingReference, pair.Key.Position, ReferenceResolver.ReferenceOf(pair.Key)!.Value, "it leads back to itself");
                    pair.Value.Reference = null;
                    break;
                }
            }
        }
    }

    private void Read(MappingNode node, Schema schema)
    {
        schema.Description = values.Text(node, "description");
        schema.Deprecation = values.Deprecation(node);
        schema.IsReadOnly = NodeReader.Flag(node, "readOnly");
        schema.Provenance = values.Provenance(node, Extensions.Provenance);
        if (ReferenceResolver.ReferenceOf(node) is { } reference)
        {
            schema.Reference = references.Find(reference) is { } target ? Schema(target) : null;
            return;
        }

        schema.Types = ReadTypes(node, out var isNullOnly);
        schema.IsNullOnly = isNullOnly;
        schema.Format = values.Text(node, "format");
        schema.Link = values.Link(node);
        schema.Default = node["default"] as ScalarNode;
        schema.IsPrimaryErrorMessage = NodeReader.Flag(node, Extensions.PrimaryErrorMessage);
        schema.KnownValues = values.Items(node, Extensions.KnownValues).OfType<ScalarNode>().Select(value => value.Value).ToList();
        ReadEnum(node, schema);

        schema.Properties = values.Mapping(node, "properties")?.Entries.Select(entry => new SchemaProperty(entry.Name, Schema(entry.Value))).ToList() ?? [];
        schema.Items = node["items"] is { } items ? Schema(items) : null;
        schema.HasPrefixItems = node["prefixItems"] is not null;
        schema.AdditionalProperties = node["additionalProperties"] switch
        {
            null => AdditionalProperties.Unsaid,
            ScalarNode { Value: "false" } => AdditionalProperties.Forbidden,
            MappingNode => AdditionalProperties.Described,
            _ => AdditionalProperties.Allowed,
        };
        schema.AllOf = Schemas(node, "allOf");
        schema.OneOf = Schemas(node, "oneOf");
        schema.AnyOf = Schemas(node, "anyOf");
        schema.Discriminator = ReadDiscriminator(node);
    }

    private List<Schema> Schemas(MappingNode node, string key) => values.Items(node, key).Select(Schema).ToList();

    private static List<string> ReadTypes(MappingNode node, out bool isNullOnly)
    {
        var types = node["type"] switch
        {
            // YAML reads an unquoted null as nothing; in "type: null" it can only mean the type.
            ScalarNode type => [type.IsNull ? "null" : type.Value],
            SequenceNode sequence => sequence.Items.OfType<ScalarNode>().Select(type => type.IsNull ? "null" : type.Value).ToList(),
            _ => (List<string>)[],
        };
        isNullOnly = types.Remove("null") && types.Count == 0;
        return types;
    }

    private void ReadEnum(MappingNode node, Schema schema)
    {
        var details = (node[Extensions.Enum] as MappingNode)?["values"] as SequenceNode;
        var byValue = details?.Items.OfType<MappingNode>()
            .Where(item => item["value"] is ScalarNode)
            .GroupBy(item => ((ScalarNode)item["value"]!).Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

        schema.Enum = values.Items(node, "enum").OfType<ScalarNode>().Select(value =>
        {
            MappingNode? detail = null;
            byValue?.TryGetValue(value.Value, out detail);
            return new SchemaEnumValue(
                value.Value,
                !value.IsPlain || !IsNonStringLiteral(value.Value),
                value.IsPlain && IsNumber(value.Value),
                detail is null ? null : values.Text(detail, "name"),
                detail is null ? null : values.Text(detail, "description"));
        }).ToList();
        schema.IsFlags = node[Extensions.EnumFlags] is MappingNode flags && NodeReader.Flag(flags, "isFlags");
    }

    private static bool IsNonStringLiteral(string text) =>
        text is "" or "null" or "~" or "true" or "false" || IsNumber(text);

    private static bool IsNumber(string text) =>
        double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _);

    private SchemaDiscriminator? ReadDiscriminator(MappingNode node)
    {
        if (node["discriminator"] is not MappingNode discriminator || values.Text(discriminator, "propertyName") is not { } name)
        {
            return null;
        }

        var mappings = new List<KeyValuePair<string, Schema>>();
        foreach (var entry in values.Mapping(discriminator, "mapping")?.Entries ?? [])
        {
            if (entry.Value is not ScalarNode value)
            {
                continue;
            }

            // A mapping may name a component instead of pointing to it.
            var target = value.Value.Contains('#') || _components?[value.Value] is null
                ? references.Find(value)
                : _components[value.Value];
            if (target is not null)
            {
                mappings.Add(new KeyValuePair<string, Schema>(entry.Name, Schema(target)));
            }
        }

        return new SchemaDiscriminator(name, mappings);
    }
}
