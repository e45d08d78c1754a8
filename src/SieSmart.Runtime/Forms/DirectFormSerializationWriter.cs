#if !NETSTANDARD2_0
using System.Diagnostics.CodeAnalysis;
#endif
using System.Text;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using SieSmart.Runtime.DirectJson;

namespace SieSmart.Runtime.Forms;

/// <summary>Writes a form of what direct JSON writes of the same values, so that nothing is lost in one that isn't in the other.</summary>
internal sealed class DirectFormSerializationWriter : ISerializationWriter
{
    // Models nest as deep as writers of JSON go.
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = 1000 };

    private readonly FormText _form = new();

    /// <inheritdoc/>
    public Action<IParsable>? OnBeforeObjectSerialization { get; set; }

    /// <inheritdoc/>
    public Action<IParsable>? OnAfterObjectSerialization { get; set; }

    /// <inheritdoc/>
    public Action<IParsable, ISerializationWriter>? OnStartObjectSerialization { get; set; }

    /// <inheritdoc/>
    public Stream GetSerializedContent() => new MemoryStream(Encoding.UTF8.GetBytes(_form.ToString()), writable: false);

    /// <inheritdoc/>
    public void WriteStringValue(string? key, string? value) => Add(key, value is null, writer => writer.WriteStringValue(key: null, value));

    /// <inheritdoc/>
    public void WriteBoolValue(string? key, bool? value) => Add(key, value is null, writer => writer.WriteBoolValue(key: null, value));

    /// <inheritdoc/>
    public void WriteByteValue(string? key, byte? value) => Add(key, value is null, writer => writer.WriteByteValue(key: null, value));

    /// <inheritdoc/>
    public void WriteSbyteValue(string? key, sbyte? value) => Add(key, value is null, writer => writer.WriteSbyteValue(key: null, value));

    /// <inheritdoc/>
    public void WriteIntValue(string? key, int? value) => Add(key, value is null, writer => writer.WriteIntValue(key: null, value));

    /// <inheritdoc/>
    public void WriteFloatValue(string? key, float? value) => Add(key, value is null, writer => writer.WriteFloatValue(key: null, value));

    /// <inheritdoc/>
    public void WriteLongValue(string? key, long? value) => Add(key, value is null, writer => writer.WriteLongValue(key: null, value));

    /// <inheritdoc/>
    public void WriteDoubleValue(string? key, double? value) => Add(key, value is null, writer => writer.WriteDoubleValue(key: null, value));

    /// <inheritdoc/>
    public void WriteDecimalValue(string? key, decimal? value) => Add(key, value is null, writer => writer.WriteDecimalValue(key: null, value));

    /// <inheritdoc/>
    public void WriteGuidValue(string? key, Guid? value) => Add(key, value is null, writer => writer.WriteGuidValue(key: null, value));

    /// <inheritdoc/>
    public void WriteDateTimeOffsetValue(string? key, DateTimeOffset? value) => Add(key, value is null, writer => writer.WriteDateTimeOffsetValue(key: null, value));

    /// <inheritdoc/>
    public void WriteTimeSpanValue(string? key, TimeSpan? value) => Add(key, value is null, writer => writer.WriteTimeSpanValue(key: null, value));

    /// <inheritdoc/>
    public void WriteDateValue(string? key, Date? value) => Add(key, value is null, writer => writer.WriteDateValue(key: null, value));

    /// <inheritdoc/>
    public void WriteTimeValue(string? key, Time? value) => Add(key, value is null, writer => writer.WriteTimeValue(key: null, value));

    /// <inheritdoc/>
    public void WriteByteArrayValue(string? key, byte[]? value) => Add(key, value is null, writer => writer.WriteByteArrayValue(key: null, value));

    /// <inheritdoc/>
    /// <remarks>There is no null in a form.</remarks>
    public void WriteNullValue(string? key)
    {
    }

    /// <inheritdoc/>
#if NETSTANDARD2_0
    public void WriteEnumValue<T>(string? key, T? value)
#else
    public void WriteEnumValue<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(string? key, T? value)
#endif
        where T : struct, Enum => Add(key, value is null, writer => writer.WriteEnumValue(key: null, value));

    /// <inheritdoc/>
    public void WriteCollectionOfPrimitiveValues<T>(string? key, IEnumerable<T>? values) =>
        Add(key, values is null, writer => writer.WriteCollectionOfPrimitiveValues(key: null, values));

    /// <inheritdoc/>
    public void WriteCollectionOfObjectValues<T>(string? key, IEnumerable<T>? values)
        where T : IParsable => Add(key, values is null, writer => writer.WriteCollectionOfObjectValues(key: null, values));

    /// <inheritdoc/>
#if NETSTANDARD2_0
    public void WriteCollectionOfEnumValues<T>(string? key, IEnumerable<T?>? values)
#else
    public void WriteCollectionOfEnumValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(string? key, IEnumerable<T?>? values)
#endif
        where T : struct, Enum => Add(key, values is null, writer => writer.WriteCollectionOfEnumValues(key: null, values));

    /// <inheritdoc/>
    public void WriteObjectValue<T>(string? key, T? value, params IParsable?[] additionalValuesToMerge)
        where T : IParsable => Add(key, value is null && !Array.Exists(additionalValuesToMerge, other => other is not null), writer => writer.WriteObjectValue(key: null, value, additionalValuesToMerge));

    /// <inheritdoc/>
    public void WriteAdditionalData(IDictionary<string, object> value)
    {
        foreach (var pair in value)
        {
            Add(pair.Key, isNull: false, writer => writer.WriteCollectionOfPrimitiveValues(key: null, new[] { pair.Value }), isItem: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held that needs it.
    }

    private void Add(string? key, bool isNull, Action<DirectJsonSerializationWriter> write, bool isItem = false)
    {
        if (isNull)
        {
            return;
        }

        using var writer = new DirectJsonSerializationWriter
        {
            OnBeforeObjectSerialization = OnBeforeObjectSerialization,
            OnAfterObjectSerialization = OnAfterObjectSerialization,
            OnStartObjectSerialization = OnStartObjectSerialization,
        };
        write(writer);
        using var content = writer.GetSerializedContent();
        if (content.Length == 0)
        {
            // A node or wrapper that holds nothing.
            return;
        }

        using var json = JsonDocument.Parse(content, AnyDepth);
        foreach (var value in isItem ? json.RootElement.EnumerateArray() : (IEnumerable<JsonElement>)[json.RootElement])
        {
            _form.Add(key ?? "", value);
        }
    }
}
