#if !NETSTANDARD2_0
using System.Diagnostics.CodeAnalysis;
#endif
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Helpers;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.DirectJson;

/// <summary>A JSON value that is read when it is asked for, from the bytes, into models that can do so.</summary>
/// <param name="json">What begins with the value; at the root there must be nothing behind it.</param>
/// <param name="isRoot">Whether it is the whole body.</param>
/// <param name="source">Where the bytes come from; null if they are the node's for good.</param>
internal sealed class DirectJsonParseNode(ReadOnlyMemory<byte> json, bool isRoot, IJsonSource? source = null) : IParseNode
{
    // An answer may be large, and each value that is left out means to read it again.
    private const int MostUnreadable = 20;

    private static readonly byte[] NullJson = [(byte)'n', (byte)'u', (byte)'l', (byte)'l'];

    private ReadOnlyMemory<byte> _bytes = json;

    // Whoever keeps a node for longer than its call must not read what another call has put there.
    private ReadOnlyMemory<byte> Json => source is { IsOver: true }
        ? throw new ObjectDisposedException(nameof(IParseNode), "The node of an answer was read after its call had ended. Take its values while the model is made.")
        : _bytes;

    /// <inheritdoc/>
    public Action<IParsable>? OnBeforeAssignFieldValues { get; set; }

    /// <inheritdoc/>
    public Action<IParsable>? OnAfterAssignFieldValues { get; set; }

    private bool HasHooks => OnBeforeAssignFieldValues is not null || OnAfterAssignFieldValues is not null;

    /// <inheritdoc/>
    /// <remarks>Factories ask for a discriminator, which is none if it is of another kind.</remarks>
    public string? GetStringValue() => isRoot ? Read(DirectJsonReader.ReadString) : Read(ReadText);

    /// <inheritdoc/>
    public bool? GetBoolValue() => Read(DirectJsonReader.ReadBoolean);

    /// <inheritdoc/>
    public byte? GetByteValue() => Read(DirectJsonReader.ReadByte);

    /// <inheritdoc/>
    public sbyte? GetSbyteValue() => Read(DirectJsonReader.ReadSByte);

    /// <inheritdoc/>
    public int? GetIntValue() => Read(DirectJsonReader.ReadInt32);

    /// <inheritdoc/>
    public float? GetFloatValue() => Read(DirectJsonReader.ReadSingle);

    /// <inheritdoc/>
    public long? GetLongValue() => Read(DirectJsonReader.ReadInt64);

    /// <inheritdoc/>
    public double? GetDoubleValue() => Read(DirectJsonReader.ReadDouble);

    /// <inheritdoc/>
    public decimal? GetDecimalValue() => Read(DirectJsonReader.ReadDecimal);

    /// <inheritdoc/>
    public Guid? GetGuidValue() => Read(DirectJsonReader.ReadGuid);

    /// <inheritdoc/>
    public DateTimeOffset? GetDateTimeOffsetValue() => Read(DirectJsonReader.ReadDateTimeOffset);

    /// <inheritdoc/>
    public TimeSpan? GetTimeSpanValue() => Read(DirectJsonReader.ReadTimeSpan);

    /// <inheritdoc/>
    public Date? GetDateValue() => Read(DirectJsonReader.ReadDate);

    /// <inheritdoc/>
    public Time? GetTimeValue() => Read(DirectJsonReader.ReadTime);

    /// <inheritdoc/>
    public byte[]? GetByteArrayValue() => Read(DirectJsonReader.ReadByteArray);

    /// <inheritdoc/>
#if NETSTANDARD2_0
    public T? GetEnumValue<T>()
#else
    public T? GetEnumValue<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
#endif
        where T : struct, Enum => Read(ReadEnum<T>);

    /// <inheritdoc/>
#if NETSTANDARD2_0
    public IEnumerable<T?> GetCollectionOfEnumValues<T>()
#else
    public IEnumerable<T?> GetCollectionOfEnumValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
#endif
        where T : struct, Enum
    {
        RequireListAtRoot();
        return Read((ref Utf8JsonReader reader) => DirectJsonReader.ReadList<T?>(ref reader, ReadEnum<T>));
    }

    /// <inheritdoc/>
#if NETSTANDARD2_0
    public IEnumerable<T> GetCollectionOfPrimitiveValues<T>()
#else
    public IEnumerable<T> GetCollectionOfPrimitiveValues<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
#endif
    {
        RequireListAtRoot();
        return (EnumText.ExclusiveEnumOf(typeof(T)) is { } type ? EnumReader<T>(type) : ScalarReaders.Of<T>()) is { } read
            ? Read((ref Utf8JsonReader reader) => DirectJsonReader.ReadList<T>(ref reader, read))
            : Stock().GetCollectionOfPrimitiveValues<T>();
    }

    /// <inheritdoc/>
    public IParseNode? GetChildNode(string identifier)
    {
        ArgumentNullException.ThrowIfNull(identifier);

        var child = Read((ref Utf8JsonReader reader) => Find(ref reader, identifier));
        return child is { } found
            ? new DirectJsonParseNode(found, isRoot: false, source) { OnBeforeAssignFieldValues = OnBeforeAssignFieldValues, OnAfterAssignFieldValues = OnAfterAssignFieldValues }
            : null;
    }

    /// <inheritdoc/>
    public T GetObjectValue<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        ArgumentNullException.ThrowIfNull(factory);

        if (typeof(T) == typeof(UntypedNode))
        {
            return (T)(object)Read(UntypedJson.Read);
        }

        if (HasHooks)
        {
            return Stock().GetObjectValue(factory);
        }

        var model = Create(factory);
        if (isRoot && !IsOfKind(model))
        {
            // Kiota's adapter tells of an error that can't be read by its status, and that is what counts.
            return model is ApiException ? default! : throw Named("object");
        }

        if (model is not IDirectJsonModel direct || direct.Form == DirectJsonForm.Foreign)
        {
            return Stock().GetObjectValue(factory);
        }

        return model is ApiException ? ReadError(factory) : ReadModel(model, direct, Json);
    }

    /// <inheritdoc/>
    public IEnumerable<T> GetCollectionOfObjectValues<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        ArgumentNullException.ThrowIfNull(factory);

        RequireListAtRoot();
        if (HasHooks || typeof(T) == typeof(UntypedNode))
        {
            return Stock().GetCollectionOfObjectValues(factory);
        }

        try
        {
            return ReadModels(factory) ?? Stock().GetCollectionOfObjectValues(factory);
        }
        catch (InvalidOperationException exception)
        {
            throw Unreadable(exception);
        }
        catch (UnreadableJsonException exception) when (JsonPlace.IsUnnamed(exception))
        {
            throw JsonPlace.Named(exception, Json.Span);
        }
    }

    private T ReadModel<T>(T model, IDirectJsonModel direct, ReadOnlyMemory<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Span);
            reader.Read();
            DirectJsonReader.ReadObject(ref reader, direct);
            End(ref reader);
            return model;
        }
        catch (InvalidOperationException exception)
        {
            throw Unreadable(exception);
        }
        catch (UnreadableJsonException exception) when (JsonPlace.IsUnnamed(exception))
        {
            throw JsonPlace.Named(exception, body.Span);
        }
    }

    /// <summary>
    /// Reads an error without the values in it that can't be read, which are null: that something failed is known already, and all else
    /// that it says is of use.
    /// </summary>
    private T ReadError<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        var body = Json;
        for (var left = MostUnreadable; ; left--)
        {
            try
            {
                var model = factory(this);
                return ReadModel(model, (IDirectJsonModel)model, body);
            }
            catch (UnreadableJsonException exception) when (left > 0)
            {
                body = JsonPlace.WithNull(body, exception.Position);
            }
        }
    }

    /// <summary>Makes a model. A wrapper finds out for itself, when it is read, what it is.</summary>
    private T Create<T>(ParsableFactory<T> factory)
        where T : IParsable =>
        factory(typeof(IComposedTypeWrapper).IsAssignableFrom(typeof(T)) ? Nothing() : this);

    private static DirectJsonParseNode Nothing() => new(NullJson, isRoot: false);

    /// <summary>Reads a list of models; null if they can't be read directly.</summary>
    private List<T>? ReadModels<T>(ParsableFactory<T> factory)
        where T : IParsable
    {
        var reader = new Utf8JsonReader(Json.Span);
        reader.Read();
        var models = new List<T>();

        // Factories of generated models look for a discriminator and are done, so that one node serves for all items.
        var item = new DirectJsonParseNode(default, isRoot: false, source);
        var isWrapper = typeof(IComposedTypeWrapper).IsAssignableFrom(typeof(T));
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            End(ref reader);
            return models;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                models.Add(default!);
                continue;
            }

            item._bytes = isWrapper ? NullJson : Json.Slice((int)reader.TokenStartIndex);
            var model = factory(item);
            if (model is not IDirectJsonModel direct || direct.Form == DirectJsonForm.Foreign)
            {
                return null;
            }

            DirectJsonReader.ReadObject(ref reader, direct);
            models.Add(model);
        }

        End(ref reader);
        return models;
    }

    private T Read<T>(JsonValueReader<T> read)
    {
        try
        {
            var reader = new Utf8JsonReader(Json.Span);
            reader.Read();
            var value = read(ref reader);
            End(ref reader);
            return value;
        }
        catch (InvalidOperationException exception)
        {
            throw Unreadable(exception);
        }
        catch (UnreadableJsonException exception) when (JsonPlace.IsUnnamed(exception))
        {
            throw JsonPlace.Named(exception, Json.Span);
        }
    }

    /// <summary>Whether the body is of a kind from which the model can be read; else it would be one of nulls.</summary>
    private bool IsOfKind(IParsable model)
    {
        var kind = FirstToken();
        return kind == JsonTokenType.StartObject
            || (kind != JsonTokenType.Null && model is IDirectJsonModel { Form: DirectJsonForm.Wrapper })
            || model is UntypedNode;
    }

    private void RequireListAtRoot()
    {
        if (isRoot && FirstToken() != JsonTokenType.StartArray)
        {
            throw Named("array");
        }
    }

    private JsonTokenType FirstToken()
    {
        var reader = new Utf8JsonReader(Json.Span);
        reader.Read();
        return reader.TokenType;
    }

    /// <summary>The failure of the whole body.</summary>
    private UnreadableJsonException Named(string expected)
    {
        var reader = new Utf8JsonReader(Json.Span);
        reader.Read();
        return JsonPlace.Named(JsonPlace.Unreadable(ref reader, expected), Json.Span);
    }

    private void End(ref Utf8JsonReader reader)
    {
        if (isRoot)
        {
            // It throws if there is more.
            reader.Read();
        }
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }

        reader.Skip();
        return null;
    }

    private ReadOnlyMemory<byte>? Find(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        ReadOnlyMemory<byte>? found = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isWanted = reader.ValueTextEquals(name);
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (isWanted)
            {
                found = Json.Slice(start, (int)reader.BytesConsumed - start);
            }
        }

        return found;
    }

#if NETSTANDARD2_0
    private static T? ReadEnum<T>(ref Utf8JsonReader reader)
#else
    private static T? ReadEnum<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(ref Utf8JsonReader reader)
#endif
        where T : struct, Enum =>
        !DirectJsonReader.HasEnumText(ref reader) ? null
        : EnumText.ExclusiveEnumOf(typeof(T)) is { } type ? (T?)new EnumText(type).Find(reader.GetString()!)
        : EnumHelpers.GetEnumValue<T>(reader.GetString()!);

    private static JsonValueReader<T?> EnumReader<T>(Type type)
    {
        var values = new EnumText(type);
        return (ref Utf8JsonReader reader) =>
            DirectJsonReader.HasEnumText(ref reader) ? (T)(values.Find(reader.GetString()!) ?? throw JsonPlace.Unreadable(ref reader, $"value of {type.Name}")) : default;
    }

    private IParseNode Stock()
    {
        var node = StockJson.Parse(Json);
        node.OnBeforeAssignFieldValues = OnBeforeAssignFieldValues;
        node.OnAfterAssignFieldValues = OnAfterAssignFieldValues;
        return node;
    }

    // The framework throws it where a text is no UTF-8, or an escape stands for half a character.
    private static JsonException Unreadable(InvalidOperationException exception) => new($"A text can't be read: {exception.Message}", exception);
}
