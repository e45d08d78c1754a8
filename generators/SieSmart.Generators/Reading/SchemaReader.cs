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
    private readonly Dictionary<string, Schema> _missing = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<Schema, Schema>> _bound = [];
    private readonly HashSet<string> _unknownFormats = new(StringComparer.Ordinal);
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
            if (entry.Value.Reference is { } reference && references.Find(reference) is { } target && target.Position.File != entry.Position.File)
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
        CheckRequired();
        foreach (var bound in _bound)
        {
            bound.Key.Adopt(bound.Value.Target);
        }

        // A component that is another under a second name is a type of its own.
        foreach (var alias in _named.Where(schema => schema.Reference is not null && schema.Target.ComponentName is { } name && name != schema.ComponentName))
        {
            alias.Adopt(alias.Target);
            alias.Reference = null;
        }
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
            if (pair.Value.Reference is null)
            {
                continue;
            }

            visited.Clear();
            for (var schema = pair.Value; schema.Reference is { } next && !sound.Contains(schema); schema = next)
            {
                if (!visited.Add(schema))
                {
                    faults.Add(DiagnosticRules.DanglingReference, pair.Key.Position, pair.Key.Reference?.Value ?? "", "it leads back to itself");
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
        if (node.Reference is { } reference)
        {
            ReadReference(node, reference, schema);
            return;
        }

        if (node["$dynamicRef"] is ScalarNode dynamic)
        {
            ReadDynamicReference(node, dynamic, schema);
            return;
        }

        CheckWords(node);
        ReadAnnotations(node, schema);
        schema.DynamicAnchor = values.Text(node, "$dynamicAnchor");
        schema.Bindings = ReadBindings(node);
        schema.Types = ReadTypes(node, out var isNullOnly);
        schema.IsNullOnly = isNullOnly;
        schema.IsNullable = node.IsTrue("nullable") || IsNullAmongTypes(node["type"]);
        schema.Format = ReadFormat(node);
        schema.HasMediaType = node["contentMediaType"] is not null;
        schema.Link = values.Link(node);
        schema.IsPrimaryErrorMessage = node.IsTrue(Extensions.PrimaryErrorMessage);
        schema.KnownValues = ReadKnownValues(node);
        ReadEnum(node, schema);

        schema.Properties = ReadProperties(node);
        schema.Required = node["required"] is SequenceNode required ? [.. required.Items.OfType<ScalarNode>().Select(name => name.Value)] : [];
        if (node["prefixItems"] is { } places)
        {
            schema.HasPrefixItems = true;
            faults.Add(DiagnosticRules.UnsupportedConstruct, places.Position, "'prefixItems', items whose types differ by their place,", "The list is read as if nothing were said of them; describe an object with a property for each, or a oneOf of the types as 'items'.");
        }

        schema.Items = node["items"] switch
        {
            null => null,
            // Behind items whose types differ by their place, it says no more than that there are no others.
            ScalarNode { IsPlain: true, Value: "false" } none when schema.HasPrefixItems => new Schema(none.Position),
            var items => Schema(items),
        };
        schema.AdditionalProperties = node["additionalProperties"] switch
        {
            null => AdditionalProperties.Unsaid,
            ScalarNode { Value: "false" } when node["patternProperties"] is MappingNode { Entries.IsEmpty: false } => AdditionalProperties.Allowed,
            ScalarNode { Value: "false" } => AdditionalProperties.Forbidden,
            MappingNode => AdditionalProperties.Described,
            _ => AdditionalProperties.Allowed,
        };
        schema.Limits = LimitReader.Limits(node);
        schema.AllOf = Schemas(node, "allOf");
        schema.OneOf = Members(node, "oneOf");
        schema.AnyOf = Members(node, "anyOf");
        schema.Discriminator = ReadDiscriminator(node);
        if (!referencesHaveSiblings && node["type"] is null)
        {
            schema.AlternativeTypes = BareTypes(node, "anyOf") ?? BareTypes(node, "oneOf") ?? [];
        }
    }

    /// <summary>A format, reported once if nobody knows it: what it means is lost, but the value is not.</summary>
    private string? ReadFormat(MappingNode node)
    {
        if (values.Text(node, "format")?.ToLowerInvariant() is not { Length: > 0 } format)
        {
            return null;
        }

        if (!KnownFormats.Has(format) && _unknownFormats.Add(format))
        {
            var hint = KnownFormats.MeantBy(format) is { } meant ? $"; '{meant}' is likely to be meant" : "";
            faults.Add(DiagnosticRules.UnknownFormat, node["format"]!.Position, format, hint);
        }

        return format;
    }

    /// <summary>What is misspelled says nothing, so it would be lost without a word.</summary>
    private void CheckWords(MappingNode node)
    {
        foreach (var entry in node.Entries)
        {
            if (SchemaWords.MeantBy(entry.Name) is { } meant && node[meant] is null)
            {
                faults.Add(DiagnosticRules.UnexpectedStructure, entry.Position, $"A schema has no '{entry.Name}'; '{meant}' is likely to be meant", "It is ignored.");
            }
        }

        if (node["type"] is null or ScalarNode { IsNull: true } || (node["type"] is ScalarNode { Value: var only } && SchemaWords.IsType(only)))
        {
            return;
        }

        foreach (var type in TypeNodes(node).Where(type => !type.IsNull && !SchemaWords.IsType(type.Value)))
        {
            var hint = SchemaWords.TypeMeantBy(type.Value) is { } meant ? $"; '{meant}' is likely to be meant" : "";
            faults.Add(DiagnosticRules.UnexpectedStructure, type.Position, $"There is no type '{type.Value}'{hint}", "What it describes is read as if nothing were said of its type.");
        }
    }

    /// <summary>A name that must be there and is described nowhere is likely to be misspelled. Parts of a whole speak of each other's properties.</summary>
    private void CheckRequired()
    {
        var parts = new HashSet<Schema>(_schemas.Values.Where(schema => schema.AllOf.Count > 0).SelectMany(schema => schema.AllOf).Select(part => part.Target));
        foreach (var pair in _schemas)
        {
            if (pair.Key is not MappingNode node || node["required"] is not SequenceNode required || pair.Value is not { Properties.Count: > 0, AllOf.Count: 0, OneOf.Count: 0, AnyOf.Count: 0 } schema || parts.Contains(schema))
            {
                continue;
            }

            foreach (var name in required.Items.OfType<ScalarNode>().Where(name => node["patternProperties"] is null && !schema.Properties.Any(property => property.Name == name.Value)))
            {
                var hint = SchemaWords.Nearest(name.Value, schema.Properties.Select(property => property.Name)) is { } meant ? $"; '{meant}' is likely to be meant" : "";
                faults.Add(DiagnosticRules.UnexpectedStructure, name.Position, $"'{name.Value}' is required, but there is no such property{hint}", "It is ignored.");
            }
        }
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
        schema.Bindings = ReadBindings(node);
        if (schema.Bindings.Count > 0 && target is not null)
        {
            _bound.Add(new KeyValuePair<Schema, Schema>(schema, target));
            return;
        }

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

    /// <summary>A pointer leads to the same place from everywhere; a name is looked for where the schema is used.</summary>
    private void ReadDynamicReference(MappingNode node, ScalarNode reference, Schema schema)
    {
        var name = reference.Value.Substring(reference.Value.IndexOf('#') + 1);
        if (name.Length == 0 || name[0] == '/')
        {
            ReadReference(node, reference, schema);
            return;
        }

        ReadAnnotations(node, schema);
        schema.DynamicReference = name;
        schema.DynamicFallback = references.Find(reference) is { } target ? Schema(target) : null;
    }

    private SchemaProperty[] ReadBindings(MappingNode node) => values.Entries(node, "$defs") is { IsEmpty: false } definitions
        ?
        [
            .. definitions
                .Where(entry => (entry.Value as MappingNode)?["$dynamicAnchor"] is ScalarNode)
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)
                .Select(entry => new SchemaProperty(((ScalarNode)((MappingNode)entry.Value)["$dynamicAnchor"]!).Value, Schema(entry.Value))),
        ]
        : [];

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
        schema.IsReadOnly = node.IsTrue("readOnly");
        schema.Default = node["default"];
        schema.Examples = LimitReader.Examples(node);
    }

    private SchemaProperty[] ReadProperties(MappingNode node)
    {
        var entries = values.Entries(node, "properties");
        var properties = entries.IsEmpty ? [] : new SchemaProperty[entries.Length];
        for (var index = 0; index < properties.Length; index++)
        {
            properties[index] = new SchemaProperty(entries[index].Name, Schema(entries[index].Value));
        }

        return properties;
    }

    private string[] ReadKnownValues(MappingNode node) => values.Items(node, Extensions.KnownValues) is { IsEmpty: false } known
        ? [.. known.OfType<ScalarNode>().Select(value => value.Value)]
        : [];

    private Schema[] Schemas(MappingNode node, string key)
    {
        var items = values.Items(node, key);
        var schemas = items.IsEmpty ? [] : new Schema[items.Length];
        for (var index = 0; index < schemas.Length; index++)
        {
            schemas[index] = Schema(items[index]);
        }

        return schemas;
    }

    private Schema[] Members(MappingNode node, string key) => values.Items(node, key) is { IsEmpty: false } members
        ? [.. members.Select(item => Missing(item.Reference) ?? Schema(item))]
        : [];

    /// <summary>
    /// What a member of a union is that is nowhere: an object of which nothing is known, so that what comes in its place is kept and
    /// the other members are not taken for the whole.
    /// </summary>
    private Schema? Missing(ScalarNode? reference)
    {
        // A name that a component has says which one was meant, but taking it would rename that one.
        if (reference is null || references.Find(reference) is not null || references.NameOf(reference) is not { Length: > 0 } name || _components?[name] is not null)
        {
            return null;
        }

        if (!_missing.TryGetValue(name, out var schema))
        {
            schema = new Schema(reference.Position) { Types = ["object"], IsReferenced = true };
            _missing.Add(name, schema);
            NameAndKeep(schema, name);
        }

        return new Schema(reference.Position) { Reference = schema };
    }

    /// <summary>The types of alternatives; null if one of them says more than its type.</summary>
    private string[]? BareTypes(MappingNode node, string key)
    {
        var alternatives = values.Items(node, key);
        return !alternatives.IsEmpty && alternatives.All(item => item is MappingNode { Entries: var entries } && entries.Any(entry => entry.Name == "type") && entries.All(entry => entry.Name is "type" or "example"))
            ? [.. alternatives.SelectMany(item => ReadTypes((MappingNode)item, out _)).Distinct(StringComparer.Ordinal)]
            : null;
    }

    private static string[] ReadTypes(MappingNode node, out bool isNullOnly)
    {
        // YAML reads an unquoted null as nothing; in "type: null" it can only mean the type.
        string[] types = node["type"] switch
        {
            null => [],
            ScalarNode { IsNull: false, Value: var only } when only != "null" => [only],
            _ => [.. TypeNodes(node).Select(type => type.IsNull ? "null" : type.Value)],
        };
        isNullOnly = types.Length == 1 && types[0] == "null";
        return Array.IndexOf(types, "null") >= 0 ? [.. types.Where(type => type != "null")] : types;
    }

    private static bool IsNullAmongTypes(DocumentNode? type) => type switch
    {
        ScalarNode scalar => scalar.IsNull || scalar.Value == "null",
        SequenceNode several => several.Items.Any(item => item is ScalarNode scalar && (scalar.IsNull || scalar.Value == "null")),
        _ => false,
    };

    private static IEnumerable<ScalarNode> TypeNodes(MappingNode node) => node["type"] switch
    {
        ScalarNode type => [type],
        SequenceNode several => several.Items.OfType<ScalarNode>(),
        _ => [],
    };

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
        schema.IsFlags = node[Extensions.EnumFlags] is MappingNode flags && flags.IsTrue("isFlags");
        if (schema.Enum.Count > 0 && schema.Types.Count == 1 && schema.Types[0] == "object" && items.All(item => item is ScalarNode { IsNull: false }))
        {
            faults.Add(DiagnosticRules.UnexpectedStructure, node["type"]!.Position, "An enum of scalars has the type 'object'; 'string' is likely to be meant", "It is read as an object, which none of its values is.");
        }
        else if (schema.Types.Count > 0 && schema.Types.All(IsScalarType) && items.OfType<ScalarNode>().FirstOrDefault(value => !value.IsNull && !schema.Types.Contains(TypeOf(value), StringComparer.Ordinal) && !IsNumberOf(schema, value)) is { } strange)
        {
            var types = string.Join(" or ", schema.Types.Where(type => type != "null"));
            faults.Add(
                DiagnosticRules.UnexpectedStructure,
                strange.Position,
                $"The value {(TypeOf(strange) == "string" ? $"'{strange.Value}'" : strange.Value)} of an enum is a {TypeOf(strange)}, and its type is '{types}'",
                $"A {TypeOf(strange)} can't be read there; {(TypeOf(strange) == "string" ? "take the quotes away" : $"write \"{strange.Value}\"")}, or add the type.");
        }
    }

    private static bool IsScalarType(string type) => type is "string" or "boolean" or "integer" or "number" or "null";

    private static bool IsNumberOf(Schema schema, ScalarNode value) =>
        TypeOf(value) == "number" && (schema.Types.Contains("integer", StringComparer.Ordinal) || schema.Types.Contains("number", StringComparer.Ordinal));

    /// <summary>The type that the value of an enum has as it stands: without quotes it may be none of the texts.</summary>
    private static string TypeOf(ScalarNode value) =>
        !value.IsPlain ? "string"
        : value.Value is "true" or "false" ? "boolean"
        : IsNumber(value.Value) && value.Value.Any(char.IsDigit) ? "number"
        : "string";

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
