using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>The C# types of scalar schemas.</summary>
internal static class ScalarTypes
{
    /// <summary>The type; null if the schema is no scalar.</summary>
    public static TypeKind? Of(Schema schema)
    {
        // A numeric format decides even where the type is "number" or allows strings as well; but no fraction comes of integers.
        if (schema.Types.Count > 0 && schema.Types.All(type => type is "number" or "integer" or "string") &&
            schema.Types.Any(type => type != "string") && OfNumericFormat(schema.Format) is { } numeric)
        {
            return numeric is TypeKind.Single or TypeKind.Double or TypeKind.Decimal && !schema.Types.Contains("number") ? TypeKind.Int32 : numeric;
        }

        if (schema.Types.Count == 0)
        {
            return schema.Format is not null && schema.Properties.Count == 0 && schema.AllOf.Count == 0 && schema.Enum.Count == 0
                ? OfNumericFormat(schema.Format) ?? (OfStringFormat(schema.Format) is var kind && kind != TypeKind.String ? kind : null)
                : null;
        }

        if (schema.Types.Count == 1 && schema.Types[0] is "integer" or "number" && OfUnsignedFormat(schema.Format) is { } unsigned)
        {
            return unsigned;
        }

        return schema.Types.Count != 1 ? null : schema.Types[0] switch
        {
            "boolean" => TypeKind.Boolean,
            "integer" => TypeKind.Int32,
            "number" => TypeKind.Double,
            "string" => OfStringFormat(schema.Format),
            _ => null,
        };
    }

    /// <summary>The type that a format means where the schema says none; null if it means none.</summary>
    public static TypeKind? OfFormat(string? format) => OfNumericFormat(format) ?? (OfStringFormat(format) is not TypeKind.String and var kind ? kind : null);

    /// <summary>How Kiota calls a type where it names the alternatives of a union.</summary>
    public static string NameOf(TypeKind kind) => kind switch
    {
        TypeKind.Int32 => "Integer",
        TypeKind.SByte => "Sbyte",
        TypeKind.Single => "Float",
        TypeKind.Date => "DateOnly",
        TypeKind.Time => "TimeOnly",
        TypeKind.ByteArray => "Base64",
        TypeKind.Untyped => "UntypedNode",
        _ => kind.ToString(),
    };

    private static TypeKind? OfNumericFormat(string? format) => format switch
    {
        "int8" => TypeKind.SByte,
        "uint8" => TypeKind.Byte,
        "int16" or "int32" => TypeKind.Int32,
        "int64" => TypeKind.Int64,
        "float" => TypeKind.Single,
        "double" => TypeKind.Double,
        "decimal" => TypeKind.Decimal,
        _ => null,
    };

    /// <summary>Kiota has 32 bits and a sign for them, or the fractions of a double, which can't hold them all.</summary>
    private static TypeKind? OfUnsignedFormat(string? format) => format switch
    {
        "uint32" => TypeKind.Int64,
        "uint64" => TypeKind.Decimal,
        _ => null,
    };

    private static TypeKind OfStringFormat(string? format) => format switch
    {
        "date" => TypeKind.Date,
        "time" => TypeKind.Time,
        "date-time" => TypeKind.DateTimeOffset,
        "duration" => TypeKind.TimeSpan,
        "uuid" => TypeKind.Guid,
        "byte" or "base64url" or "binary" => TypeKind.ByteArray,
        _ => TypeKind.String,
    };
}
