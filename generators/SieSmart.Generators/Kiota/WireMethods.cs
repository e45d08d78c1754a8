using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.Kiota;

/// <summary>The methods of Kiota's parse node and serialization writer that take a type.</summary>
internal static class WireMethods
{
    /// <summary>The call that reads a value.</summary>
    public static string Read(TypeReference type, CSharpSource source) => type switch
    {
        { IsCollection: true, Kind: TypeKind.Enum } => $"GetCollectionOfEnumValues<{source.Element(type)}>()",
        { IsCollection: true, IsParsable: true } => $"GetCollectionOfObjectValues<{source.Element(type)}>({source.Element(type)}.CreateFromDiscriminatorValue)",
        { IsCollection: true } => $"GetCollectionOfPrimitiveValues<{source.Item(type)}>()",
        { Kind: TypeKind.Enum } => $"GetEnumValue<{source.Element(type)}>()",
        { IsParsable: true } => $"GetObjectValue<{source.Element(type)}>({source.Element(type)}.CreateFromDiscriminatorValue)",
        _ => $"Get{ScalarName(type.Kind)}Value()",
    };

    /// <summary>The name of the method that writes a value, with its type arguments.</summary>
    public static string Write(TypeReference type, CSharpSource source) => type switch
    {
        { IsCollection: true, Kind: TypeKind.Enum } => $"WriteCollectionOfEnumValues<{source.Element(type)}>",
        { IsCollection: true, IsParsable: true } => $"WriteCollectionOfObjectValues<{source.Element(type)}>",
        { IsCollection: true } => $"WriteCollectionOfPrimitiveValues<{source.Item(type)}>",
        { Kind: TypeKind.Enum } => $"WriteEnumValue<{source.Element(type)}>",
        { IsParsable: true } => $"WriteObjectValue<{source.Element(type)}>",
        _ => $"Write{ScalarName(type.Kind)}Value",
    };

    private static string ScalarName(TypeKind kind) => kind switch
    {
        TypeKind.Boolean => "Bool",
        TypeKind.SByte => "Sbyte",
        TypeKind.Int32 => "Int",
        TypeKind.Int64 => "Long",
        TypeKind.Single => "Float",
        _ => kind.ToString(),
    };
}
