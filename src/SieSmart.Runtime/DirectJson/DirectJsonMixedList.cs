#if !NETSTANDARD2_0
using System.Diagnostics.CodeAnalysis;
#endif
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.DirectJson;

/// <summary>
/// A whole body that is a list whose items may be of several kinds, of which one has a type. An item of another kind is null, and is
/// written back where the list is sent. Meant for generated code.
/// </summary>
/// <typeparam name="T">The type of the items: a nullable scalar or enum.</typeparam>
#if NETSTANDARD2_0
public sealed class DirectJsonMixedList<T> : IDirectJsonModel, IComposedTypeWrapper
#else
public sealed class DirectJsonMixedList<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T> : IDirectJsonModel, IComposedTypeWrapper
#endif
{
    /// <summary>Makes one that is read from a node. Nodes that don't read JSON directly read what they can of the items.</summary>
    /// <param name="parseNode">The node.</param>
    public DirectJsonMixedList(IParseNode parseNode)
    {
        ArgumentNullException.ThrowIfNull(parseNode);

        Items = parseNode is DirectJsonParseNode ? null : [.. parseNode.GetCollectionOfPrimitiveValues<T>()];
    }

    /// <summary>The items; null if there was nothing to read.</summary>
    public List<T>? Items { get; private set; }

    /// <inheritdoc/>
    public DirectJsonForm Form => DirectJsonForm.Wrapper;

    /// <inheritdoc/>
    public void ReadJson(ref Utf8JsonReader reader) =>
        Items = EnumText.ExclusiveEnumOf(typeof(T)) is { } type
            ? DirectJsonReader.ReadMixedList<T>(ref reader, DirectJsonKinds.Text, EnumReader(type))
            : DirectJsonReader.ReadMixedList<T>(ref reader, ScalarReaders.KindsOf(typeof(T)), ScalarReaders.Of<T>() ?? throw new NotSupportedException($"{typeof(T)} is no scalar."));

    /// <inheritdoc/>
    public void WriteJson(Utf8JsonWriter writer) => AnyJson.WriteList(writer, Items ?? []);

    /// <inheritdoc/>
    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Serialize(ISerializationWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);

        writer.WriteCollectionOfPrimitiveValues(key: null, Items);
    }

    private static JsonValueReader<T?> EnumReader(Type type)
    {
        var values = new EnumText(type);
        return (ref Utf8JsonReader reader) => values.Find(reader.GetString()!) is { } value ? (T)value : default;
    }
}
