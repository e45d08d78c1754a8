#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif
using System.Reflection;
using System.Runtime.Serialization;

namespace SieSmart.Runtime.DirectJson;

/// <summary>
/// The values of an enum by their spelling on the wire, where no generated code knows them. Read once for all values of a body. Immutable.
/// </summary>
internal sealed class EnumText
{
    private readonly FieldInfo[] _fields;
    private readonly string[] _names;

    /// <summary>Reads how the values of an enum are spelled.</summary>
    /// <param name="type">The enum's type, which is none of flags.</param>
#if NET8_0_OR_GREATER
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "All fields of an enum are kept with it.")]
#endif
    public EnumText(Type type)
    {
        _fields = type.GetFields(BindingFlags.Public | BindingFlags.Static);
        _names = Array.ConvertAll(_fields, field => field.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? field.Name);
    }

    /// <summary>The value that a text is: .NET takes its number, and the name of its member in C#, for it as well.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value; null if there is none.</returns>
    public object? Find(string text)
    {
        var index = Array.IndexOf(_names, text);
        index = index >= 0 ? index : DirectJsonReader.IndexOfOther(text, _names);
        return index < 0 ? null : _fields[index].GetValue(null);
    }

    /// <summary>The enum that a type is, if it is one whose values exclude each other; else null.</summary>
    public static Type? ExclusiveEnumOf(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } found && !found.IsDefined(typeof(FlagsAttribute), inherit: false) ? found : null;

    /// <summary>The failure of a whole body that is no value of an enum: there is no place to keep it.</summary>
    public static UnreadableJsonException Unknown(Type type) =>
        new($"$: the text can't be read: expected is a value of {type.Name}", $"value of {type.Name}", position: 0, path: "$");
}
