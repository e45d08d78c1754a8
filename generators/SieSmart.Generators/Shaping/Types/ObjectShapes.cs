using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>Finds out what objects look like on the wire, so that unions without a discriminator can tell them apart.</summary>
internal sealed class ObjectShapes(SchemaAnalysis analysis)
{
    private const int MaximumDepth = 20;
    private const int MostValues = 50;

    private readonly Dictionary<Schema, ObjectShape> _known = [];

    /// <summary>The shape of an alternative that is an object, or of the items of one that is a list of them; else null.</summary>
    public ObjectShape? Of(Schema alternative)
    {
        var schema = SchemaAnalysis.Collapse(alternative);
        for (var depth = 0; depth < MaximumDepth && SchemaAnalysis.IsArray(schema) && schema.Items is not null; depth++)
        {
            schema = SchemaAnalysis.Collapse(schema.Items);
        }

        if (!SchemaAnalysis.IsObject(schema))
        {
            return null;
        }

        if (!_known.TryGetValue(schema, out var shape))
        {
            _known.Add(schema, shape = Find(schema));
        }

        return shape;
    }

    private ObjectShape Find(Schema schema)
    {
        var required = analysis.RequiredNames(schema, isFlat: true);
        return new ObjectShape(analysis.OwnProperties(schema, isFlat: true)
            .Select(property => new ShapeMember(property.Name, KindsOf(property.Schema, depth: 0), required.Contains(property.Name), ValuesOf(property.Schema)))
            .ToEquatableArray());
    }

    private static JsonKinds KindsOf(Schema schema, int depth)
    {
        var target = SchemaAnalysis.Collapse(schema);
        if (target.IsNullOnly)
        {
            return JsonKinds.None;
        }

        if (depth >= MaximumDepth || target.DynamicReference is not null)
        {
            return JsonKinds.Any;
        }

        if (!SchemaAnalysis.IsEnum(target) && ScalarTypes.Of(target) is { } scalar)
        {
            return TypeKinds.Of(scalar) | (SchemaAnalysis.IsNumberOrText(schema) ? JsonKinds.Text : JsonKinds.None);
        }

        if (target.Types.Count > 0)
        {
            return target.Types.Select(KindOf).Aggregate((all, one) => all | one);
        }

        var alternatives = target.OneOf.Count > 0 ? target.OneOf : target.AnyOf;
        if (alternatives.Count > 0)
        {
            return alternatives.Select(alternative => KindsOf(alternative, depth + 1)).Aggregate((all, one) => all | one);
        }

        // A scalar's format makes a value of what has no type; what else has none may be anything.
        return SchemaAnalysis.IsObject(target) ? JsonKinds.JsonObject
            : SchemaAnalysis.IsArray(target) ? JsonKinds.JsonArray
            : SchemaAnalysis.IsEnum(target) ? JsonKinds.Text
            : JsonKinds.Any;
    }

    private static JsonKinds KindOf(string type) => type switch
    {
        "string" => JsonKinds.Text,
        "boolean" => JsonKinds.Boolean,
        "integer" => JsonKinds.WholeNumber,
        "number" => JsonKinds.Number,
        "object" => JsonKinds.JsonObject,
        "array" => JsonKinds.JsonArray,
        _ => JsonKinds.Any,
    };

    private static EquatableArray<string> ValuesOf(Schema schema)
    {
        var target = SchemaAnalysis.Collapse(schema);
        return target.Enum.Count is > 0 and <= MostValues && target.Enum.All(value => value.IsString)
            ? target.Enum.Select(value => value.Value).ToEquatableArray()
            : [];
    }
}
