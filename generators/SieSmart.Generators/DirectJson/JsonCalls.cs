using SieSmart.Generators.Model;
using SieSmart.Generators.Text;

namespace SieSmart.Generators.DirectJson;

/// <summary>
/// The calls that read and write a value of a type. What generated types have for each other begins with an underscore, which no
/// name that comes of a document does.
/// </summary>
internal static class JsonCalls
{
    /// <summary>The method that makes a model of JSON.</summary>
    public const string FromJson = "_FromJson";

    /// <summary>The method that reads one member of a model.</summary>
    public const string ReadMember = "_ReadMember";

    /// <summary>The method that writes the members of a model.</summary>
    public const string WriteMembers = "_WriteMembers";

    /// <summary>The class of a model's names.</summary>
    public const string Names = "_Names";

    /// <summary>The class that reads and writes an enum.</summary>
    public static string EnumClass(string name) => "_" + name + "Json";

    /// <summary>The call that reads a value.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="reader">The variable with the reader.</param>
    /// <param name="source">Where it is printed.</param>
    public static string Read(TypeReference type, string reader, CSharpSource source) => type is { IsCollection: true, IsMixed: true }
        ? $"{Reader(source)}.ReadMixedList<{source.Item(type)}>(ref {reader}, {ChoiceCalls.Kinds(TypeKinds.Of(type.Kind), source)}, {ReadMethod(type, source)})"
        : type.IsCollection ? $"{Reader(source)}.Read{(type.IsOpen ? "Open" : "")}List<{source.Item(type)}>(ref {reader}, {ReadMethod(type, source)})"
        : $"{ReadMethod(type, source)}(ref {reader})";

    /// <summary>The call that reads a property's value.</summary>
    /// <param name="property">The property.</param>
    /// <param name="source">Where it is printed.</param>
    public static string Read(PropertyModel property, CSharpSource source)
    {
        var read = Read(property.Type, "reader", source);
        return property is { Type: { MayBeText: true, IsCollection: false }, KeepsOthers: false } ? $"{Reader(source)}.Require(ref reader, {read})" : read;
    }

    /// <summary>The statement that writes a member of a model, if it is there.</summary>
    public static string Write(PropertyModel property, CSharpSource source)
    {
        var name = $"{Names}.{NameField(property)}";
        var value = CSharpText.Identifier(property.Name);
        return property.Type switch
        {
            { IsCollection: true, Kind: TypeKind.Object } => $"{Writer(source)}.WriteList(writer, {name}, {value});",
            { IsCollection: true } => $"{Writer(source)}.WriteList<{source.Item(property.Type)}>(writer, {name}, {value}, {ValueMethod(property.Type, source)});",
            { Kind: TypeKind.Enum } => $"{EnumClassOf(property.Type)}.Write(writer, {name}, {value});",
            _ => $"{Writer(source)}.Write(writer, {name}, {value});",
        };
    }

    /// <summary>The statement that writes a value which is there.</summary>
    public static string WriteValue(ComposedTypeMember member, CSharpSource source)
    {
        var value = CSharpText.Identifier(member.Name);
        return member.Type switch
        {
            { IsCollection: true, Kind: TypeKind.Object } => $"{Writer(source)}.WriteListValue(writer, {value});",
            { IsCollection: true } => $"{Writer(source)}.WriteListValue<{source.Item(member.Type)}>(writer, {value}, {ValueMethod(member.Type, source)});",
            _ => $"{ValueMethod(member.Type, source)}(writer, {value});",
        };
    }

    /// <summary>The field with the name of a member, which is never called like the class that holds it.</summary>
    public static string NameField(PropertyModel property) => $"_{property.Name}Name";

    /// <summary>
    /// Whether bytes are those of a text. Of the runtime, since to find an extension method and its type arguments takes the compiler
    /// longer than all else on the line.
    /// </summary>
    /// <param name="bytes">The variable with the bytes.</param>
    /// <param name="text">The text.</param>
    /// <param name="source">Where it is printed.</param>
    public static string IsText(string bytes, string text, CSharpSource source) => $"{Reader(source)}.Is({bytes}, {Utf8Literal.Of(text, source)})";

    /// <summary>The runtime's class that reads.</summary>
    public static string Reader(CSharpSource source) => source.Library("DirectJsonReader");

    private static string Writer(CSharpSource source) => source.Library("DirectJsonWriter");

    private static string ReadMethod(TypeReference type, CSharpSource source) => type.Kind switch
    {
        TypeKind.Enum => EnumClassOf(type) + ".Read",
        TypeKind.Object => $"{CSharpSource.Declared(type.FullName!)}.{FromJson}",
        _ => $"{Reader(source)}.Read{type.Kind}{(type.MayBeText ? "OrText" : "")}",
    };

    private static string ValueMethod(TypeReference type, CSharpSource source) =>
        type.Kind == TypeKind.Enum ? EnumClassOf(type) + ".WriteValue" : Writer(source) + ".WriteValue";

    private static string EnumClassOf(TypeReference type)
    {
        var end = type.FullName!.LastIndexOf('.');
        return $"{CSharpSource.Declared(type.FullName.Substring(0, end))}.{EnumClass(type.FullName.Substring(end + 1))}";
    }
}
