using SieSmart.Generators.Model;
using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping;

/// <summary>The C# types of scalar schemas.</summary>
internal static class ScalarTypes
{
    /// <summary>The type; null if the schema is no scalar.</summary>
    public static TypeKind? Of(Schema schema)
    {
        // A numeric format decides even where the type is "number" or allows strings as well.
        if (schema.Types.Count > 0 && schema.Types.All(type => type is "number" or "integer" or "string") &&
            schema.Types.Any(type => type != "string") && OfNumericFormat(schema.Format) is { } numeric)
        {
            return numeric;
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
