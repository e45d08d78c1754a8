using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Shaping.Types;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>
/// What a schema means where a value must fit into a URL: Kiota looks at the schema itself and at the alternatives of a
/// union, not at the parts of an allOf, and takes the first scalar that it finds. What is neither scalar nor enum is text.
/// </summary>
internal static class ParameterTypes
{
    private const int MaximumDepth = 100;

    /// <summary>The schema that an allOf of nothing but it stands for, as query parameters have it.</summary>
    public static Schema Unwrap(Schema schema)
    {
        for (var depth = 0; depth < MaximumDepth && schema is { AllOf.Count: 1, AnyOf.Count: 0, OneOf.Count: 0 } && !SchemaAnalysis.IsMeaningful(schema); depth++)
        {
            schema = schema.AllOf[0];
        }

        return schema;
    }

    /// <summary>Whether it is a list.</summary>
    public static bool IsList(Schema schema) =>
        SchemaAnalysis.IsOnly(schema.Target, "array") && schema.Target.Items is { } items && (IsMeaningful(items) || SchemaAnalysis.IsEnum(Unwrap(items).Target));

    /// <summary>The schema of the enum that its values, or those of its items, are of; null if they are of none.</summary>
    public static Schema? EnumOf(Schema schema)
    {
        var target = IsList(schema) ? Unwrap(schema.Target.Items!).Target : schema.Target;
        return SchemaAnalysis.IsEnum(target) ? target : null;
    }

    /// <summary>The scalar that its values, or those of its items, are; text if they are none.</summary>
    public static TypeKind ScalarOf(Schema schema) => FindScalar(schema) ?? TypeKind.String;

    /// <summary>The same; null if they are no scalars.</summary>
    public static TypeKind? FindScalar(Schema schema)
    {
        var target = schema.Target;
        var items = target.Items?.Target;
        if (items is not null && SchemaAnalysis.IsEnum(items))
        {
            return null;
        }

        var format = target.Format ?? items?.Format;
        var typed = new[] { items, target }
            .OfType<Schema>()
            .Concat(target.AnyOf.Concat(target.OneOf).Select(member => member.Target))
            .FirstOrDefault(candidate => candidate.IsNullOnly || MayBeScalar(TypesOf(candidate)));
        return typed is null
            ? ScalarTypes.OfFormat(format)
            : ScalarTypes.Of(new Schema(target.Position) { Types = TypesOf(typed), Format = format });
    }

    private static IReadOnlyList<string> TypesOf(Schema schema) => schema.Types.Count > 0 ? schema.Types : schema.AlternativeTypes;

    private static bool MayBeScalar(IReadOnlyList<string> types) => types.Count > 1 || (types.Count == 1 && types[0] is not ("object" or "array"));

    private static bool IsMeaningful(Schema schema)
    {
        var target = schema.Target;
        return SchemaAnalysis.IsMeaningful(schema) ||
            target.AnyOf.Concat(target.AllOf).Concat(target.OneOf).Any(SchemaAnalysis.IsMeaningful);
    }
}
