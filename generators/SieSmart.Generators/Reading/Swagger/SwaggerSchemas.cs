using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.Swagger;

/// <summary>Says schemas of Swagger 2.0 as OpenAPI 3.0 says them. A node stays one node, so that every reference to it leads to the same type.</summary>
internal sealed class SwaggerSchemas
{
    private readonly Dictionary<DocumentNode, DocumentNode> _converted = [];

    /// <summary>A schema.</summary>
    public DocumentNode Convert(DocumentNode schema)
    {
        if (schema is not MappingNode node)
        {
            return schema;
        }

        if (!_converted.TryGetValue(schema, out var known))
        {
            // What an alias of YAML repeats below itself is not converted there.
            _converted[schema] = schema;
            _converted[schema] = known = ConvertOnce(node);
        }

        return known;
    }

    /// <summary>The schemas of a mapping from names to schemas.</summary>
    public DocumentNode ConvertAll(DocumentNode schemas) => schemas is MappingNode node ? Nodes.Convert(node, entry => Convert(entry.Value)) : schemas;

    private MappingNode ConvertOnce(MappingNode schema)
    {
        var converted = Nodes.Convert(schema, entry => (entry.Name, entry.Value) switch
        {
            ("properties", var properties) => ConvertAll(properties),
            ("items" or "additionalProperties", var inner) => Convert(inner),
            ("allOf", SequenceNode parts) => Nodes.Convert(parts, Convert),
            ("discriminator", ScalarNode property) => Nodes.Mapping(property.Position, Nodes.Entry("propertyName", property)),
            ("type", ScalarNode { Value: "file" } file) => Nodes.Text(file.Position, "string"),
            (_, var other) => other,
        });
        return schema["type"] is ScalarNode { Value: "file" } type
            ? Nodes.Mapping(converted.Position, Nodes.Entry("format", Nodes.Text(type.Position, "binary")), converted.Entries)
            : converted;
    }
}
