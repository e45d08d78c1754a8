#if !NETSTANDARD2_0
using System.Diagnostics.CodeAnalysis;
#endif
using System.Text;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Helpers;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.DirectJson;

/// <summary>Writes JSON, and lets models that can write themselves do so.</summary>
internal sealed class DirectJsonSerializationWriter : ISerializationWriter
{
    [ThreadStatic]
    private static ByteBufferWriter? _spareBuffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _spareWriter;

    private readonly Utf8JsonWriter _writer;
    private ByteBufferWriter? _buffer;

    /// <summary>Writes to a buffer of its own.</summary>
    public DirectJsonSerializationWriter()
    {
        _buffer = _spareBuffer ?? new ByteBufferWriter();
        _writer = _spareWriter ?? new Utf8JsonWriter(_buffer);
        if (_spareWriter is not null)
        {
            _writer.Reset(_buffer);
        }

        _spareBuffer = null;
        _spareWriter = null;
    }

    /// <summary>Writes to where a model is being written directly that holds one which can't be.</summary>
    public DirectJsonSerializationWriter(Utf8JsonWriter writer) => _writer = writer;

    /// <inheritdoc/>
    public Action<IParsable>? OnBeforeObjectSerialization { get; set; }

    /// <inheritdoc/>
    public Action<IParsable>? OnAfterObjectSerialization { get; set; }

    /// <inheritdoc/>
    public Action<IParsable, ISerializationWriter>? OnStartObjectSerialization { get; set; }

    private bool HasHooks => OnBeforeObjectSerialization is not null || OnAfterObjectSerialization is not null || OnStartObjectSerialization is not null;

    /// <inheritdoc/>
    public Stream GetSerializedContent()
    {
        _writer.Flush();
        var bytes = _buffer?.ToArray() ?? throw new ObjectDisposedException(nameof(DirectJsonSerializationWriter));
        return new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true);
    }

    /// <inheritdoc/>
    public void WriteStringValue(string? key, string? value)
    {
        if (value is not null)
        {
            WriteName(key);
            _writer.WriteStringValue(value);
        }
    }

    /// <inheritdoc/>
    public void WriteBoolValue(string? key, bool? value) => WriteScalar(key, value, DirectJsonWriter.WriteValue);

    /// <inheritdoc/>
    public void WriteByteValue(string? key, byte? value) => WriteScalar(key, value, DirectJsonWriter.WriteValue);

    /// <inheritdoc/>
    public void WriteSbyteValue(string? key, sbyte? value) => WriteScalar(key, value, DirectJsonWriter.WriteValue);

    /// <inheritdoc/>
    public void WriteIntValue(string? key, int? value) => WriteScalar(key, value, DirectJsonWriter.WriteValue);

    /// <inheritdoc/>
    public void WriteFloatValue(string? key, float? value) => WriteScalar(key, value, DirectJsonWriter.WriteValue);

    /// <inheritdoc/>
    public void WriteLongValue(string? key, long? value) => WriteScalar(key, value, DirectJsonWriter.WriteValue);

    /// <inheritdoc/>
    public void WriteDoubleValue(string? key, double? value) => WriteScalar(key, value, DirectJsonWriter.WriteValue);

    /// <inheritdoc/>
    public void WriteDecimalValue(string? key, decimal? value) => WriteScalar(key, value, DirectJsonWriter.WriteValue);

    /// <inheritdoc/>
    public void WriteGuidValue(string? key, Guid? value) => WriteScalar(key, value, DirectJsonWriter.WriteValue);

    /// <inheritdoc/>
    public void WriteDateTimeOffsetValue(string? key, DateTimeOffset? value) => WriteScalar(key, value, DirectJsonWriter.WriteValue);

    /// <inheritdoc/>
    public void WriteTimeSpanValue(string? key, TimeSpan? value) => WriteScalar(key, value, DirectJsonWriter.WriteValue);

    /// <inheritdoc/>
    public void WriteDateValue(string? key, Date? value) => WriteScalar(key, value, DirectJsonWriter.WriteValue);

    /// <inheritdoc/>
    public void WriteTimeValue(string? key, Time? value) => WriteScalar(key, value, DirectJsonWriter.WriteValue);

    /// <inheritdoc/>
    public void WriteByteArrayValue(string? key, byte[]? value)
    {
        if (value is not null)
        {
            WriteName(key);
            _writer.WriteBase64StringValue(value);
        }
    }

    /// <inheritdoc/>
    public void WriteNullValue(string? key)
    {
        WriteName(key);
        _writer.WriteNullValue();
    }

    /// <inheritdoc/>
#if NETSTANDARD2_0
    public void WriteEnumValue<T>(string? key, T? value)
#else
    public void WriteEnumValue<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(string? key, T? value)
#endif
        where T : struct, Enum
    {
        if (value.HasValue)
        {
            WriteName(key);
            _writer.WriteStringValue(EnumText(value.Value));
        }
    }

    /// <inheritdoc/>
    public void WriteCollectionOfPrimitiveValues<T>(string? key, IEnumerable<T>? values)
    {
        if (values is not null)
        {
            WriteName(key);
            AnyJson.WriteList(_writer, values);
        }
    }

    /// <inheritdoc/>
    public void WriteCollectionOfObjectValues<T>(string? key, IEnumerable<T>? values)
        where T : IParsable
    {
        if (values is null)
        {
            return;
        }

        WriteName(key);
        _writer.WriteStartArray();
        foreach (var value in values)
        {
            WriteObjectValue<T>(key: null, value);
        }

        _writer.WriteEndArray();
    }

    /// <inheritdoc/>
#if NETSTANDARD2_0
    public void WriteCollectionOfEnumValues<T>(string? key, IEnumerable<T?>? values)
#else
    public void WriteCollectionOfEnumValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(string? key, IEnumerable<T?>? values)
#endif
        where T : struct, Enum
    {
        if (values is null)
        {
            return;
        }

        WriteName(key);
        _writer.WriteStartArray();
        if (values is OpenList<T?> open)
        {
            open.Write(_writer, (_, value) => WriteEnumItem(value));
        }
        else
        {
            foreach (var value in values)
            {
                WriteEnumItem(value);
            }
        }

        _writer.WriteEndArray();
    }

#if NETSTANDARD2_0
    private void WriteEnumItem<T>(T? value)
#else
    private void WriteEnumItem<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(T? value)
#endif
        where T : struct, Enum
    {
        if (value is null)
        {
            _writer.WriteNullValue();
        }
        else
        {
            WriteEnumValue(key: null, value);
        }
    }

    /// <inheritdoc/>
    public void WriteObjectValue<T>(string? key, T? value, params IParsable?[] additionalValuesToMerge)
        where T : IParsable
    {
        ArgumentNullException.ThrowIfNull(additionalValuesToMerge);

        if (value is UntypedNode node)
        {
            WriteUntyped(key, node);
        }
        else if (additionalValuesToMerge.Length == 0 && !HasHooks)
        {
            if (value is not null)
            {
                WriteName(key);
                DirectJsonWriter.WriteObject(_writer, value);
            }
        }
        else
        {
            WriteMerged(key, [value, .. additionalValuesToMerge]);
        }
    }

    /// <inheritdoc/>
    public void WriteAdditionalData(IDictionary<string, object> value) => DirectJsonWriter.WriteAdditionalData(_writer, value);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer is null)
        {
            return;
        }

        _writer.Reset(Discarding.Instance);
        _buffer.Clear();
        _spareBuffer = _buffer;
        _spareWriter = _writer;
        _buffer = null;
    }

    private void WriteUntyped(string? key, UntypedNode node)
    {
        OnBeforeObjectSerialization?.Invoke(node);
        OnStartObjectSerialization?.Invoke(node, this);
        if (UntypedJson.HasValue(node))
        {
            WriteName(key);
            UntypedJson.Write(_writer, node);
        }

        OnAfterObjectSerialization?.Invoke(node);
        OnAfterObjectSerialization?.Invoke(node);
    }

    private void WriteMerged(string? key, IParsable?[] values)
    {
        if (!Array.Exists(values, value => value is not null))
        {
            return;
        }

        WriteName(key);
        var isWrapper = values[0] is IComposedTypeWrapper;
        if (!isWrapper)
        {
            _writer.WriteStartObject();
        }

        foreach (var value in values)
        {
            if (value is not null)
            {
                OnBeforeObjectSerialization?.Invoke(value);
                OnStartObjectSerialization?.Invoke(value, this);
                value.Serialize(this);
                if (!ReferenceEquals(value, values[0]))
                {
                    OnAfterObjectSerialization?.Invoke(value);
                }
            }
        }

        if (!isWrapper)
        {
            _writer.WriteEndObject();
        }

        // The first is done when the others are in it.
        if (values[0] is { } first)
        {
            OnAfterObjectSerialization?.Invoke(first);
        }
    }

    private void WriteScalar<T>(string? key, T? value, Action<Utf8JsonWriter, T?> write)
        where T : struct
    {
        if (value.HasValue)
        {
            WriteName(key);
            write(_writer, value);
        }
    }

    private void WriteName(string? name)
    {
        if (!string.IsNullOrEmpty(name))
        {
            _writer.WritePropertyName(name!);
        }
    }

#if NETSTANDARD2_0
    private static string? EnumText<T>(T value)
#else
    private static string? EnumText<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(T value)
#endif
        where T : struct, Enum
    {
        if (!typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false))
        {
            return EnumHelpers.GetEnumStringValue(value);
        }

        var text = new StringBuilder();
#if NETSTANDARD2_0
        var all = (T[])Enum.GetValues(typeof(T));
#else
        var all = Enum.GetValues<T>();
#endif
        foreach (var flag in all)
        {
            if (value.HasFlag(flag) && EnumHelpers.GetEnumStringValue(flag) is { } name)
            {
                text.Append(text.Length > 0 ? "," : "").Append(name);
            }
        }

        return text.ToString();
    }

    /// <summary>Where a writer points that waits for its next use, so that it keeps no buffer.</summary>
    private sealed class Discarding : System.Buffers.IBufferWriter<byte>
    {
        public static readonly Discarding Instance = new();

        public void Advance(int count) => throw new NotSupportedException();

        public Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException();

        public Span<byte> GetSpan(int sizeHint = 0) => throw new NotSupportedException();
    }
}
