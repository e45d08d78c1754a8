namespace SieSmart.Generators.Model;

/// <summary>What JSON a type is read from.</summary>
internal static class TypeKinds
{
    /// <summary>The kind of value that a type holds all of.</summary>
    public static JsonKinds Of(TypeKind type) => type switch
    {
        TypeKind.Boolean => JsonKinds.Boolean,
        TypeKind.Byte => JsonKinds.Unsigned8,
        TypeKind.SByte => JsonKinds.Signed8,
        TypeKind.Int32 => JsonKinds.Signed32,
        TypeKind.Int64 => JsonKinds.Signed64,
        TypeKind.Single => JsonKinds.Floating32,
        TypeKind.Double => JsonKinds.Floating64,
        TypeKind.Decimal => JsonKinds.FixedPoint,
        TypeKind.DateTimeOffset => JsonKinds.Moment,
        TypeKind.Date => JsonKinds.Day,
        TypeKind.Time => JsonKinds.TimeOfDay,
        TypeKind.TimeSpan => JsonKinds.Duration,
        TypeKind.Guid => JsonKinds.Identifier,
        TypeKind.ByteArray => JsonKinds.Base64,
        TypeKind.Untyped => JsonKinds.Any,
        TypeKind.Object => JsonKinds.JsonObject,
        _ => JsonKinds.Text,
    };
}
