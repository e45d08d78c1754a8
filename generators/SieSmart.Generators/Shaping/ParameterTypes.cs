using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping;

/// <summary>
/// What a schema means where a value must fit into a URL: Kiota looks at the schema itself and at the alternatives of a
/// union, not at the parts of an allOf, and takes the first scalar that it finds. What is neither scalar nor enum is text.
/// </summary>
internal static class ParameterTypes
{
    /// <summary>Whether it is a list.</summary>
    public static bool IsList(Schema schema) =>
        SchemaAnalysis.IsOnly(schema.Target, "array") && schema.Target.Items is { } items && IsMeaningful(items);

    /// <summary>The schema of the enum that its values are of, or null.</summary>
    public static Schema? EnumOf(Schema schema)
    {
        var target = IsList(schema) ? schema.Target.Items!.Target : schema.Target;
        return SchemaAnalysis.IsEnum(target) ? target : null;
    }

    /// <summary>The scalar that its values, or those of its items, are; text if they are none.</summary>
    public static TypeKind ScalarOf(Schema schema) => FindScalar(schema) ?? TypeKind.String;

    /// <summary>The same; null if they are no scalars.</summary>
    public static TypeKind? FindScalar(Schema schema)
    {
        var target = schema.Target;
        var items = target.Items?.Target;
        var types = new[] { items, target }
            .OfType<Schema>()
            .Concat(target.AnyOf.Concat(target.OneOf).Select(member => member.Target))
            .FirstOrDefault(candidate => candidate.Types.Count > 0 && !SchemaAnalysis.IsOnly(candidate, "object") && !SchemaAnalysis.IsOnly(candidate, "array"))?.Types;
        return types is null ? null : ScalarTypes.Of(new Schema(target.Position) { Types = types, Format = target.Format ?? items?.Format });
    }

    private static bool IsMeaningful(Schema schema)
    {
        var target = schema.Target;
        return SchemaAnalysis.IsMeaningful(target) ||
            target.AnyOf.Concat(target.AllOf).Concat(target.OneOf).Any(member => SchemaAnalysis.IsMeaningful(member.Target));
    }
}
