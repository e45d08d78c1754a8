using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>Makes schemas of nodes: one for each node, however often it is referred to.</summary>
internal sealed class SchemaReader(ReferenceResolver references, NodeReader values, bool referencesHaveSiblings, FaultList faults)
{
    private readonly Dictionary<DocumentNode, Schema> _schemas = [];
    private readonly Queue<KeyValuePair<DocumentNode, Schema>> _unread = new();
    private readonly List<Schema> _named = [];
    private MappingNode? _components;

    /// <summary>Reads the schemas under components/schemas.</summary>
    /// <returns>All schemas that have a name: these, and those in other files or definitions as <see cref="ReadAll"/> comes upon them.</returns>
    public IReadOnlyList<Schema> ReadComponents(MappingNode components)
    {
        _components = components;
        foreach (var entry in components.Entries)
        {
            NameAndKeep(Schema(entry.Value), entry.Name);
        }

        // A component that is only a reference gives its name to what is in the other file, whatever that is called there.
        foreach (var entry in components.Entries)
        {
            if (ReferenceResolver.ReferenceOf(entry.Value) is { } reference && references.Find(reference) is { } target && target.Position.File != entry.Position.File)
            {
                NameAndKeep(Schema(target), entry.Name);
            }
        }

        return _named;
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

    private void NameAndKeep(Schema schema, string name)
    {
        if (schema.ComponentName is null)
        {
            schema.ComponentName = name;
            _named.Add(schema);
        }
    }

    /// <summary>References that lead only to each other lead nowhere.</summary>
    private void BreakCircles()
    {
        var sound = new HashSet<Schema>();
        var visited = new HashSet<Schema>();
        foreach (var pair in _schemas)
        {
            visited.Clear();
            for (var schema = pair.Value; schema.Reference is { } next && !sound.Contains(schema); schema = next)
            {
                if (!visited.Add(schema))
                {
                    faults.Add(DiagnosticRules.DanglingReference, pair.Key.Position, ReferenceResolver.ReferenceOf(pair.Key)?.Value ?? "", "it leads back to itself");
                    pair.Value.Reference = null;
                    break;
                }
            }

            sound.UnionWith(visited);
        }
    }

    private void Read(MappingNode node, Schema schema)
    {
        schema.Provenance = values.Provenance(node, Extensions.Provenance);
        if (ReferenceResolver.ReferenceOf(node) is { } reference)
        {
            ReadReference(node, reference, schema);
            return;
        }

        if (node["$dynamicRef"] is ScalarNode dynamic)
        {
            faults.Add(DiagnosticRules.UnsupportedConstruct, dynamic.Position, "A $dynamicRef that depends on where the schema is used", "It is read as a $ref to the schema that it names first.");
            ReadReference(node, dynamic, schema);
            return;
        }

        ReadAnnotations(node, schema);
        schema.Types = ReadTypes(node, out var isNullOnly);
        schema.IsNullOnly = isNullOnly;
        schema.Format = values.Text(node, "format");
        schema.Link = values.Link(node);
        schema.IsPrimaryErrorMessage = NodeReader.Flag(node, Extensions.PrimaryErrorMessage);
        schema.KnownValues = ReadKnownValues(node);
        ReadEnum(node, schema);

        schema.Properties = ReadProperties(node);
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

    /// <summary>A reference. What stands beside it counts from 3.1 on; before, a reference is all that it is.</summary>
    private void ReadReference(MappingNode node, ScalarNode reference, Schema schema)
    {
        var target = Target(reference);
        if (!referencesHaveSiblings)
        {
            schema.Reference = target;
            return;
        }

        ReadAnnotations(node, schema);
        if (node["properties"] is null && node["allOf"] is null)
        {
            schema.Reference = target;
            return;
        }

        // More properties beside a reference mean what they mean beside it in an allOf.
        schema.Types = ReadTypes(node, out _);
        schema.Properties = ReadProperties(node);
        schema.AllOf = target is null ? Schemas(node, "allOf") : [new Schema(reference.Position) { Reference = target }, .. Schemas(node, "allOf")];
    }

    private Schema? Target(ScalarNode reference)
    {
        if (references.Find(reference) is not { } node)
        {
            return null;
        }

        var target = Schema(node);
        target.IsReferenced = true;
        if (references.NameOf(reference) is { } name)
        {
            NameAndKeep(target, name);
        }

        return target;
    }

    private void ReadAnnotations(MappingNode node, Schema schema)
    {
        schema.Description = values.Text(node, "description");
        schema.Deprecation = values.Deprecation(node);
        schema.IsReadOnly = NodeReader.Flag(node, "readOnly");
        schema.Default = node["default"] as ScalarNode;
    }

    private SchemaProperty[] ReadProperties(MappingNode node) =>
        [.. values.Entries(node, "properties").Select(entry => new SchemaProperty(entry.Name, Schema(entry.Value)))];

    private string[] ReadKnownValues(MappingNode node) =>
        [.. values.Items(node, Extensions.KnownValues).OfType<ScalarNode>().Select(value => value.Value)];

    private Schema[] Schemas(MappingNode node, string key) => [.. values.Items(node, key).Select(Schema)];

    private static string[] ReadTypes(MappingNode node, out bool isNullOnly)
    {
        string[] types = node["type"] switch
        {
            // YAML reads an unquoted null as nothing; in "type: null" it can only mean the type.
            ScalarNode type => [type.IsNull ? "null" : type.Value],
            SequenceNode sequence => [.. sequence.Items.OfType<ScalarNode>().Select(type => type.IsNull ? "null" : type.Value)],
            _ => [],
        };
        isNullOnly = types.Length == 1 && types[0] == "null";
        return types.Contains("null") ? [.. types.Where(type => type != "null")] : types;
    }

    private void ReadEnum(MappingNode node, Schema schema)
    {
        var items = values.Items(node, "enum");
        if (items.IsEmpty)
        {
            return;
        }

        var details = (node[Extensions.Enum] as MappingNode)?["values"] as SequenceNode;
        var byValue = details?.Items.OfType<MappingNode>()
            .Where(item => item["value"] is ScalarNode)
            .GroupBy(item => ((ScalarNode)item["value"]!).Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

        schema.Enum = items.OfType<ScalarNode>().Select(value =>
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
        foreach (var entry in values.Entries(discriminator, "mapping"))
        {
            if (entry.Value is not ScalarNode value)
            {
                continue;
            }

            // A mapping may name a component instead of pointing to it.
            var target = _components?[value.Value] is { } component ? Schema(component) : Target(value);
            if (target is not null)
            {
                mappings.Add(new KeyValuePair<string, Schema>(entry.Name, target));
            }
        }

        return new SchemaDiscriminator(name, mappings);
    }
}
