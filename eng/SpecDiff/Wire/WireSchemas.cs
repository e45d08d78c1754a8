using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;
using SpecDiff.Documents;

namespace SpecDiff.Wire;

/// <summary>Reads schemas, each when it is first needed.</summary>
internal sealed class WireSchemas(ApiDescription api)
{
    private static readonly string[] LimitNames =
    [
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "not", "prefixItems", "contains", "patternProperties",
        "propertyNames", "dependentRequired", "dependentSchemas", "if", "then", "else", "contentEncoding", "contentMediaType",
    ];

    private static readonly HashSet<string> Annotations = new(
        ["deprecated", "readOnly", "writeOnly", "nullable", "default", "allOf", "$ref", "$id", "$anchor", "$dynamicAnchor", "$defs", "definitions"], StringComparer.Ordinal);

    private readonly Dictionary<DocumentNode, WireSchema> _known = [];
    private readonly HashSet<DocumentNode> _open = [];
    private readonly Dictionary<DocumentNode, string> _names = Components(api).ToDictionary(entry => entry.Value, entry => entry.Name);

    /// <summary>The schemas under components/schemas.</summary>
    public static IEnumerable<MappingEntry> Components(ApiDescription api) =>
        api.Root["components"] is MappingNode components && components["schemas"] is MappingNode schemas ? schemas.Entries.DistinctBy(entry => entry.Value) : [];

    /// <summary>A node as text, to be compared.</summary>
    public string Text(DocumentNode node) => Canonical.Text(node, api.References);

    /// <summary>The schema of a node.</summary>
    public WireSchema Of(DocumentNode node)
    {
        if (_known.TryGetValue(node, out var known))
        {
            return known;
        }

        // A schema that is made of itself says nothing more the second time.
        if (!_open.Add(node))
        {
            return new WireSchema(node.Position);
        }

        var schema = Read(node);
        _open.Remove(node);
        _known.Add(node, schema);
        return schema;
    }

    private WireSchema Read(DocumentNode node)
    {
        if (node.Reference is { } reference)
        {
            if (api.References.Find(reference) is not { } target)
            {
                return new WireSchema(node.Position);
            }

            if (api.References.NameOf(reference) is { } name)
            {
                _names.TryAdd(target, name);
            }

            var referenced = Of(target);
            return api.ReferencesHaveSiblings && node is MappingNode { Entries.Length: > 1 } siblings ? Merge(siblings, [referenced]) : referenced;
        }

        return node is MappingNode mapping ? Merge(mapping, [.. mapping.Items("allOf").Select(Of)]) : new WireSchema(node.Position);
    }

    private WireSchema Merge(MappingNode node, IReadOnlyList<WireSchema> parts)
    {
        var forms = node.Items("oneOf").Concat(node.Items("anyOf")).ToList();
        var others = forms.Where(form => !IsNull(form)).ToList();
        if (others.Count == 1)
        {
            // "One of this and null" is this, nullable.
            parts = [.. parts, Of(others[0])];
            others = [];
        }

        var isNullable = node.IsTrue("nullable") || TypesOf(node).Contains("null") || forms.Exists(IsNull);
        var properties = new Dictionary<string, WireProperty>(StringComparer.Ordinal);
        foreach (var property in parts.SelectMany(part => part.Core.Properties))
        {
            properties[property.Key] = property.Value;
        }

        foreach (var entry in node.Entries("properties"))
        {
            properties[entry.Name] = new WireProperty(entry.Position, entry.Value);
        }

        var limits = parts.SelectMany(part => part.Core.Limits).DistinctBy(limit => limit.Key, StringComparer.Ordinal).ToDictionary(limit => limit.Key, limit => limit.Value, StringComparer.Ordinal);
        foreach (var name in LimitNames.Where(name => node[name] is not null))
        {
            limits[name] = Canonical.Text(node[name], api.References);
        }

        var extras = node["additionalProperties"] switch
        {
            ScalarNode { Value: "false" } => Extras.Refused,
            MappingNode { Entries.Length: > 0 } => Extras.Described,
            ScalarNode or MappingNode => Extras.Allowed,
            _ => (Extras?)null,
        };
        var items = node["items"] ?? Last(parts, part => part.Items);
        var alternatives = others.Count > 0 ? others : [.. parts.SelectMany(part => part.Core.Alternatives)];
        var types = TypesOf(node).Where(type => type != "null").Order(StringComparer.Ordinal).ToList();
        var own = new WireSchema(node.Position)
        {
            Name = _names.GetValueOrDefault(node),
            Types = types.Count > 0 ? string.Join(" or ", types)
                : Last(parts, part => part.Types == "any" ? null : part.Types) ?? (properties.Count > 0 ? "object" : items is not null ? "array" : "any"),
            Format = node.Text("format") ?? Last(parts, part => part.Format),
            IsNullable = isNullable || (parts.Count == 1 && parts[0].IsNullable),
            IsReadOnly = node.IsTrue("readOnly") || (parts.Count == 1 && parts[0].IsReadOnly),
            IsWriteOnly = node.IsTrue("writeOnly") || (parts.Count == 1 && parts[0].IsWriteOnly),
            IsDeprecated = node.IsTrue("deprecated"),
            Default = node["default"] is { } value ? Canonical.Text(value, api.References) : Last(parts, part => part.Default),
            Values = node["enum"] is not null || node["const"] is not null ? ValuesOf(node) : Last(parts, part => part.Values.Count > 0 ? part.Values : null) ?? [],
            KnownValues = node[Extensions.KnownValues] is not null ? ScalarsOf(node, Extensions.KnownValues) : Last(parts, part => part.KnownValues.Count > 0 ? part.KnownValues : null) ?? [],
            Properties = properties,
            Required = new HashSet<string>(ListOf(node, "required").Concat(parts.SelectMany(part => part.Core.Required)), StringComparer.Ordinal),
            Items = items,
            Extras = extras ?? parts.Select(part => part.Core.Extras).DefaultIfEmpty(Extras.Allowed).Max(),
            ExtrasSchema = extras == Extras.Described ? node["additionalProperties"] : Last(parts, part => part.ExtrasSchema),
            Alternatives = alternatives,
            Discriminator = node["discriminator"] is { } discriminator ? Canonical.Text(discriminator, api.References) : Last(parts, part => part.Discriminator.Length > 0 ? part.Discriminator : null) ?? "",
            Limits = limits,
        };
        return parts.Count == 1 && own.Name is null && IsOnlyAnnotated(node) ? own with { Core = parts[0].Core } : own;
    }

    /// <summary>Whether a node says nothing of its own beside what it is made of.</summary>
    private static bool IsOnlyAnnotated(MappingNode node) => node.Entries.All(entry =>
        Annotations.Contains(entry.Name) || (Canonical.IsForReaders(entry.Name) && entry.Name != Extensions.KnownValues) || entry is { Name: "type", Value: ScalarNode { Value: "object" } } || entry.Name is "oneOf" or "anyOf");

    private static T? Last<T>(IReadOnlyList<WireSchema> parts, Func<WireSchema, T?> value)
        where T : class => parts.Select(part => value(part.Core)).LastOrDefault(found => found is not null);

    private bool IsNull(DocumentNode node) => api.References.Resolve(node) is MappingNode { } mapping && TypesOf(mapping) is ["null"];

    private static List<string> TypesOf(MappingNode node) => node["type"] switch
    {
        ScalarNode type => [type.IsNull ? "null" : type.Value],
        SequenceNode types => [.. types.Items.OfType<ScalarNode>().Select(type => type.IsNull ? "null" : type.Value)],
        _ => [],
    };

    private static string[] ValuesOf(MappingNode node) => node["const"] is ScalarNode constant ? [Canonical.Scalar(constant)] : ScalarsOf(node, "enum");

    private static string[] ScalarsOf(MappingNode node, string key) =>
        [.. node.Items(key).OfType<ScalarNode>().Where(value => !value.IsNull).Select(Canonical.Scalar).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> ListOf(MappingNode node, string key) => node.Items(key).OfType<ScalarNode>().Select(value => value.Value);
}
