using System.Collections;
using System.Reflection;
using System.Runtime.Serialization;
using Microsoft.Kiota.Abstractions.Serialization;
using Microsoft.Kiota.Serialization.Json;

namespace SieSmart.Testing;

/// <summary>Writes models as a server does: with the members that clients read but don't send.</summary>
internal static class ModelJson
{
    private const string MediaType = "application/json";

    public static byte[] Write(Action<ISerializationWriter> write)
    {
        using var writer = new JsonSerializationWriterFactory().GetSerializationWriter(MediaType);
        writer.OnStartObjectSerialization = WriteServerSet;
        write(writer);
        using var content = writer.GetSerializedContent();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }

    private static void WriteServerSet(IParsable model, ISerializationWriter writer)
    {
        Dictionary<string, object>? members = null;
        foreach (var property in ServerSetMembers.Of(model.GetType()))
        {
            if (property.GetValue(model) is { } value)
            {
                members ??= new Dictionary<string, object>(StringComparer.Ordinal);
                members.Add(WireNameOf(property, model), Plain(value));
            }
        }

        if (members is not null)
        {
            writer.WriteAdditionalData(members);
        }
    }

    /// <summary>Generated code tells the names on the wire, but not of which member each is: they differ in case and symbols.</summary>
    private static string WireNameOf(PropertyInfo property, IParsable model)
    {
        var names = model.GetFieldDeserializers().Keys.Where(name => string.Equals(Letters(name), Letters(property.Name), StringComparison.OrdinalIgnoreCase)).ToList();
        return names.Count == 1
            ? names[0]
            : throw new NotSupportedException(
                $"What {model.GetType().Name}.{property.Name} is called in JSON can't be told from its name. Answer with ReturnsJson(…), or leave the member unset.");
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    /// <summary>What Kiota's writer of values of any type can write.</summary>
    private static object Plain(object value) => value switch
    {
        Enum member => NameOf(member),
        string or byte[] or IParsable => value,
        IEnumerable items => items.Cast<object>().Select(Plain).ToList(),
        _ => value,
    };

    private static string NameOf(Enum member)
    {
        var name = member.ToString();
        return member.GetType().GetField(name)?.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? name;
    }
}
