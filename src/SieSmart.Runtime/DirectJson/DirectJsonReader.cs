using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.DirectJson;

/// <summary>
/// Reads the values of generated models. JSON's null is null; a value of another kind than the property's, or one of its kind that
/// doesn't fit, is a <see cref="JsonException"/>. Meant for generated code.
/// </summary>
/// <remarks>
/// Dates and times have the form that RFC 3339 gives them, and a date-time without a zone is one of UTC, whatever the machine's zone is.
/// Each method begins on the first token of a value and ends on its last one.
/// </remarks>
public static class DirectJsonReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Moves to the value of the next member of an object.</summary>
    /// <param name="reader">The reader, on the start of an object or at the end of one of its members.</param>
    /// <param name="name">The member's name, without escapes.</param>
    /// <returns>False at the end of the object.</returns>
    public static bool ReadName(scoped ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        // On JSON that ends too early it throws.
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            name = default;
            return false;
        }

        name = TextOf(ref reader);
        reader.Read();
        return true;
    }

    /// <summary>Reads a member that the model doesn't declare: into its additional data, or past it where it has none.</summary>
    /// <param name="reader">The reader, on the member's value.</param>
    /// <param name="name">The member's name.</param>
    /// <param name="model">The model.</param>
    public static void ReadUnknown(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> name, IParsable model)
    {
        var text = NameText(name, reader.TokenStartIndex);
        if (model is not IAdditionalDataHolder holder)
        {
            reader.Skip();
            return;
        }

        var value = AnyJson.Read(ref reader);
        if (!holder.AdditionalData.ContainsKey(text))
        {
            holder.AdditionalData.Add(text, value!);
        }
    }

    /// <summary>Reads past a member that a union's wrapper doesn't declare and has no place for.</summary>
    /// <param name="reader">The reader, on the member's value.</param>
    /// <param name="name">The member's name.</param>
    public static void SkipUnknown(scoped ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        _ = NameText(name, reader.TokenStartIndex);
        reader.Skip();
    }

    /// <summary>Reads a value that fits no alternative of a union, to be written back as it came.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value; null for JSON's null.</returns>
    /// <exception cref="JsonException">A text in it is none of Unicode, so that it couldn't be written.</exception>
    public static JsonElement? ReadOther(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        var position = reader.TokenStartIndex;
        using var document = JsonDocument.ParseValue(ref reader);
        try
        {
            // The one finds bytes that are no UTF-8, the other halves of characters that are spelled as escapes.
            _ = document.RootElement.GetRawText();
            using var trial = new Utf8JsonWriter(Stream.Null);
            document.RootElement.WriteTo(trial);
            return document.RootElement.Clone();
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException($"A text of the value at byte {position.ToString(CultureInfo.InvariantCulture)} is none of Unicode.", exception);
        }
    }

    /// <summary>Reads an object into a new model, or any value into the wrapper of a union. Null leaves a model as it is.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="JsonException">The value is of another kind.</exception>
    public static void ReadObject(ref Utf8JsonReader reader, IDirectJsonModel model)
    {
        if (reader.TokenType == JsonTokenType.StartObject || model.Form == DirectJsonForm.Wrapper)
        {
            model.ReadJson(ref reader);
        }
        else
        {
            _ = Is(ref reader, JsonTokenType.StartObject, "object");
        }
    }

    /// <summary>Looks ahead for a member of an object, wherever it stands; of several with one name the last counts.</summary>
    /// <param name="reader">A copy of the reader, on the start of the object. It is moved to the member's value.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>Whether there is such a member, and it is a string.</returns>
    public static bool MoveToText(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        Utf8JsonReader found = default;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isMember = reader.ValueTextEquals(name);
            reader.Read();
            if (isMember)
            {
                found = reader;
            }

            reader.Skip();
        }

        reader = found;
        return reader.TokenType == JsonTokenType.String;
    }

    /// <summary>Looks ahead for the text of a member; see <see cref="MoveToText"/>.</summary>
    /// <param name="reader">A copy of the reader.</param>
    /// <param name="name">The member's name.</param>
    /// <returns>The text; null if there is none.</returns>
    public static string? FindText(Utf8JsonReader reader, ReadOnlySpan<byte> name) => MoveToText(ref reader, name) ? reader.GetString() : null;

    /// <summary>Reads an array; null is an empty one. Null items stay null.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="read">Reads an item.</param>
    /// <exception cref="JsonException">The value, or an item, is of another kind.</exception>
    public static List<T> ReadList<T>(ref Utf8JsonReader reader, JsonValueReader<T?> read)
    {
        ArgumentNullException.ThrowIfNull(read);

        if (!Is(ref reader, JsonTokenType.StartArray, "array"))
        {
            return [];
        }

        var items = default(ItemBuffer<T>);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(reader.TokenType == JsonTokenType.Null && typeof(T) != typeof(UntypedNode) ? default! : read(ref reader)!);
        }

        return items.ToList();
    }

    /// <summary>
    /// Reads an array of enums or numbers; null is an empty one. A text that is none of them is null, and <see cref="DirectJsonWriter"/>
    /// writes it back; null items stay null.
    /// </summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="read">Reads an item; null of a text that is none.</param>
    /// <exception cref="JsonException">The value, or an item, is of another kind.</exception>
    public static List<T> ReadOpenList<T>(ref Utf8JsonReader reader, JsonValueReader<T?> read)
    {
        ArgumentNullException.ThrowIfNull(read);

        var items = new List<T>();
        if (!Is(ref reader, JsonTokenType.StartArray, "array"))
        {
            return items;
        }

        OpenList<T>? open = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = reader.TokenType == JsonTokenType.Null ? default : read(ref reader);
            if (item is null && reader.TokenType == JsonTokenType.String)
            {
                items = open ??= new OpenList<T>(items);
                open.AddOther(reader.GetString());
            }
            else if (item is null && open is not null)
            {
                open.AddOther(null);
            }
            else
            {
                items.Add(item!);
            }
        }

        return items;
    }

    /// <summary>
    /// Reads an array whose items may be of several kinds, of which one has a type; null is an empty one. An item of another kind is null,
    /// and <see cref="DirectJsonWriter"/> writes it back.
    /// </summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="reader">The reader.</param>
    /// <param name="kinds">What an item may be to have the type.</param>
    /// <param name="read">Reads an item; null of a text that is none.</param>
    /// <exception cref="JsonException">The value is of another kind.</exception>
    public static List<T> ReadMixedList<T>(ref Utf8JsonReader reader, DirectJsonKinds kinds, JsonValueReader<T?> read)
    {
        ArgumentNullException.ThrowIfNull(read);

        var items = new OpenList<T>([]);
        if (!Is(ref reader, JsonTokenType.StartArray, "array"))
        {
            return items;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = reader;
            if (DirectJsonChoice.Fits(reader, kinds) && read(ref reader) is { } item)
            {
                items.Add(item);
            }
            else
            {
                reader = start;
                items.AddOther(ReadOther(ref reader));
            }
        }

        return items;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind.</exception>
    public static string? ReadString(ref Utf8JsonReader reader)
    {
#if !NETSTANDARD2_0
        // What is plain ASCII, as most texts are, is the same in Latin-1, which needs neither a check nor a count of its characters.
        if (reader.TokenType == JsonTokenType.String && reader is { ValueIsEscaped: false, HasValueSequence: false } && Ascii.IsValid(reader.ValueSpan))
        {
            return Encoding.Latin1.GetString(reader.ValueSpan);
        }
#endif

        return IsText(ref reader, "text") ? reader.GetString() : null;
    }

    /// <summary>Reads a truth value.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind.</exception>
    public static bool? ReadBoolean(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.Null:
                return null;
            default:
                throw Unreadable(ref reader, "boolean");
        }
    }

    /// <summary>Reads a whole number, which may be written as <c>1.0</c> or <c>1e2</c>.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind, or its type can't hold it.</exception>
    public static byte? ReadByte(ref Utf8JsonReader reader) =>
        !IsNumber(ref reader, "byte") ? null : NumberText.TryRead(ref reader, out byte value) ? value : throw Unreadable(ref reader, "byte");

    /// <summary>Reads a whole number, which may be written as <c>1.0</c> or <c>1e2</c>.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind, or its type can't hold it.</exception>
    public static sbyte? ReadSByte(ref Utf8JsonReader reader) =>
        !IsNumber(ref reader, "sbyte") ? null : NumberText.TryRead(ref reader, out sbyte value) ? value : throw Unreadable(ref reader, "sbyte");

    /// <summary>Reads a whole number, which may be written as <c>1.0</c> or <c>1e2</c>.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind, or its type can't hold it.</exception>
    public static int? ReadInt32(ref Utf8JsonReader reader) =>
        !IsNumber(ref reader, "int") ? null : NumberText.TryRead(ref reader, out int value) ? value : throw Unreadable(ref reader, "int");

    /// <summary>Reads a whole number, which may be written as <c>1.0</c> or <c>1e2</c>.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind, or its type can't hold it.</exception>
    public static long? ReadInt64(ref Utf8JsonReader reader) =>
        !IsNumber(ref reader, "long") ? null : NumberText.TryRead(ref reader, out long value) ? value : throw Unreadable(ref reader, "long");

    /// <summary>Reads a number.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind, or its type can't hold it.</exception>
    public static float? ReadSingle(ref Utf8JsonReader reader) =>
        !IsNumber(ref reader, "float") ? null : NumberText.TryRead(ref reader, out float value) ? value : throw Unreadable(ref reader, "float");

    /// <summary>Reads a number.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind, or its type can't hold it.</exception>
    public static double? ReadDouble(ref Utf8JsonReader reader) =>
        !IsNumber(ref reader, "double") ? null : NumberText.TryRead(ref reader, out double value) ? value : throw Unreadable(ref reader, "double");

    /// <summary>Reads a number.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind, or its type can't hold it.</exception>
    public static decimal? ReadDecimal(ref Utf8JsonReader reader) =>
        !IsNumber(ref reader, "decimal") ? null : NumberText.TryRead(ref reader, out decimal value) ? value : throw Unreadable(ref reader, "decimal");

    /// <summary>Reads a number, or a text that is one; null of any other text.</summary>
    /// <param name="reader">The reader.</param>
    public static byte? ReadByteOrText(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? ReadNumberIn<byte>(ref reader, NumberText.TryRead) : ReadByte(ref reader);

    /// <summary>Reads a number, or a text that is one; null of any other text.</summary>
    /// <param name="reader">The reader.</param>
    public static sbyte? ReadSByteOrText(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? ReadNumberIn<sbyte>(ref reader, NumberText.TryRead) : ReadSByte(ref reader);

    /// <summary>Reads a number, or a text that is one; null of any other text.</summary>
    /// <param name="reader">The reader.</param>
    public static int? ReadInt32OrText(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? ReadNumberIn<int>(ref reader, NumberText.TryRead) : ReadInt32(ref reader);

    /// <summary>Reads a number, or a text that is one; null of any other text.</summary>
    /// <param name="reader">The reader.</param>
    public static long? ReadInt64OrText(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? ReadNumberIn<long>(ref reader, NumberText.TryRead) : ReadInt64(ref reader);

    /// <summary>Reads a number, or a text that is one; null of any other text.</summary>
    /// <param name="reader">The reader.</param>
    public static float? ReadSingleOrText(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? ReadNumberIn<float>(ref reader, NumberText.TryRead) : ReadSingle(ref reader);

    /// <summary>Reads a number, or a text that is one; null of any other text.</summary>
    /// <param name="reader">The reader.</param>
    public static double? ReadDoubleOrText(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? ReadNumberIn<double>(ref reader, NumberText.TryRead) : ReadDouble(ref reader);

    /// <summary>Reads a number, or a text that is one; null of any other text.</summary>
    /// <param name="reader">The reader.</param>
    public static decimal? ReadDecimalOrText(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? ReadNumberIn<decimal>(ref reader, NumberText.TryRead) : ReadDecimal(ref reader);

    /// <summary>Refuses a text of which no value could be read, where there is no place to keep it.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="reader">The reader, still on what was read.</param>
    /// <param name="value">The value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">There is a text, and no value.</exception>
    public static T? Require<T>(ref Utf8JsonReader reader, T? value)
        where T : struct => value is null && reader.TokenType == JsonTokenType.String ? throw Unreadable(ref reader, "number") : value;

    /// <summary>Reads a GUID of 32 digits and four hyphens. An empty text is null.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind, or the text has another form.</exception>
    public static Guid? ReadGuid(ref Utf8JsonReader reader) =>
        !HasText(ref reader, "GUID") ? null
        : reader.TryGetGuid(out var value) ? value
        : throw Unreadable(ref reader, "GUID");

    /// <summary>Reads a date-time of RFC 3339; without a zone it is one of UTC. An empty text is null.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind, or the text has another form.</exception>
    public static DateTimeOffset? ReadDateTimeOffset(ref Utf8JsonReader reader) =>
        !HasText(ref reader, "date-time of RFC 3339") ? null
        : CalendarText.TryReadMoment(TextOf(ref reader), out var value) ? value
        : throw Unreadable(ref reader, "date-time of RFC 3339");

    /// <summary>
    /// Reads a duration of ISO 8601, or of .NET's own form (<c>1.02:03:04</c>). Years and months have no certain length, so that they are
    /// refused. An empty text is null.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind, or the text has another form, or is longer than a <see cref="TimeSpan"/>.</exception>
    public static TimeSpan? ReadTimeSpan(ref Utf8JsonReader reader) =>
        !HasText(ref reader, "duration of ISO 8601 without years and months") ? null
        : TryReadDuration(ref reader, out var value) ? value
        : throw Unreadable(ref reader, "duration of ISO 8601 without years and months");

    /// <summary>Reads a date of RFC 3339. An empty text is null.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind, or the text has another form.</exception>
    public static Date? ReadDate(ref Utf8JsonReader reader) =>
        !HasText(ref reader, "date of RFC 3339") ? null
        : CalendarText.TryReadDate(TextOf(ref reader), out var date) ? date
        : throw Unreadable(ref reader, "date of RFC 3339");

    /// <summary>
    /// Reads a time of day of RFC 3339; one with a zone becomes one of UTC, and its <see cref="Time.DateTime"/> is of that kind. An empty
    /// text is null.
    /// </summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind, or the text has another form.</exception>
    public static Time? ReadTime(ref Utf8JsonReader reader) =>
        !HasText(ref reader, "time of day of RFC 3339") ? null
        : CalendarText.TryReadTime(TextOf(ref reader), out var time) ? time
        : throw Unreadable(ref reader, "time of day of RFC 3339");

    /// <summary>Reads base64.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The value is of another kind, or the text has another form.</exception>
    public static byte[]? ReadByteArray(ref Utf8JsonReader reader) =>
        !IsText(ref reader, "base64") ? null
        : reader.TryGetBytesFromBase64(out var value) ? value
        : throw Unreadable(ref reader, "base64");

    /// <summary>Reads a value whose shape nobody knows.</summary>
    /// <param name="reader">The reader.</param>
    public static UntypedNode ReadUntyped(ref Utf8JsonReader reader) => UntypedJson.Read(ref reader);

    /// <summary>The text on which the reader stands, without escapes.</summary>
    /// <param name="reader">The reader, on a text.</param>
    public static ReadOnlySpan<byte> TextOf(scoped ref Utf8JsonReader reader) => reader.ValueIsEscaped ? UnescapedText(ref reader) : reader.ValueSpan;

    /// <summary>Whether two texts are the same, byte by byte.</summary>
    /// <param name="text">One.</param>
    /// <param name="expected">The other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> expected) => text.SequenceEqual(expected);

    /// <summary>Whether there is the text of an enum's value to read; null stands for no value.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">There is another kind of value.</exception>
    public static bool HasEnumText(ref Utf8JsonReader reader) => IsText(ref reader, "value of an enum");

    /// <summary>Which of an enum's values a text is that has none of their spellings: the one that differs in case alone.</summary>
    /// <param name="reader">The reader, on a text.</param>
    /// <param name="values">The values as the document has them.</param>
    /// <returns>Its index; -1 if there is none, or more than one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static int IndexOfOther(ref Utf8JsonReader reader, string[] values) => IndexOfOther(reader.GetString()!, values);

    /// <summary>Which of an enum's values a text is that has none of their spellings: the one that differs in case alone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="values">The values as the document has them.</param>
    /// <returns>Its index; -1 if there is none, or more than one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is null.</exception>
    public static int IndexOfOther(string text, string[] values)
    {
        ArgumentNullException.ThrowIfNull(values);

        var found = -1;
        for (var index = 0; index < values.Length; index++)
        {
            if (!string.Equals(values[index], text, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (found >= 0 && !string.Equals(values[found], values[index], StringComparison.Ordinal))
            {
                return -1;
            }

            found = found < 0 ? index : found;
        }

        return found;
    }

    /// <summary>The parts of a combination of an enum's values, which stand between commas.</summary>
    /// <param name="reader">The reader, on a text.</param>
    public static string[] ReadFlags(ref Utf8JsonReader reader) => Array.ConvertAll(reader.GetString()!.Split(','), part => part.Trim());

    /// <summary>Whether there is a text that is a duration.</summary>
    internal static bool TryReadDuration(ref Utf8JsonReader reader, out TimeSpan value)
    {
        var text = TextOf(ref reader);

        // .NET takes a bare number for days.
        return DurationText.TryRead(text, out value) || (text.IndexOf((byte)':') > 0 && TimeSpan.TryParseExact(reader.GetString(), "c", CultureInfo.InvariantCulture, out value));
    }

    private static bool IsText(ref Utf8JsonReader reader, string expected) => Is(ref reader, JsonTokenType.String, expected);

    private static bool IsNumber(ref Utf8JsonReader reader, string expected) => Is(ref reader, JsonTokenType.Number, expected);

    /// <summary>Whether there is a value; null is none.</summary>
    /// <exception cref="JsonException">It is of another kind.</exception>
    private static bool Is(ref Utf8JsonReader reader, JsonTokenType kind, string expected) =>
        reader.TokenType == kind || (reader.TokenType == JsonTokenType.Null ? false : throw Unreadable(ref reader, expected));

    private static T? ReadNumberIn<T>(ref Utf8JsonReader reader, NumberReader<T> read)
        where T : struct =>
        NumberText.TryMoveInto(TextOf(ref reader), out var inner) && read(ref inner, out var value) ? value : null;

    private static bool HasText(ref Utf8JsonReader reader, string expected) => IsText(ref reader, expected) && !reader.ValueSpan.IsEmpty;

    private static byte[] UnescapedText(scoped ref Utf8JsonReader reader)
    {
        // Without its escapes it is never longer.
        var text = new byte[reader.ValueSpan.Length];
        var length = reader.CopyString(text);
        Array.Resize(ref text, length);
        return text;
    }

    private static string NameText(ReadOnlySpan<byte> name, long position)
    {
        try
        {
#if NETSTANDARD2_0
            return StrictUtf8.GetString(name.ToArray());
#else
            return StrictUtf8.GetString(name);
#endif
        }
        catch (DecoderFallbackException exception)
        {
            throw new JsonException($"The name of the member before byte {position.ToString(CultureInfo.InvariantCulture)} is not UTF-8.", exception);
        }
    }

    private static UnreadableJsonException Unreadable(ref Utf8JsonReader reader, string expected) => JsonPlace.Unreadable(ref reader, expected);
}
