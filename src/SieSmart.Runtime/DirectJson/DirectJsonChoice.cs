using System.Text.Json;

namespace SieSmart.Runtime.DirectJson;

/// <summary>Tells which alternative of a union a value is, by what it looks like. Stateless. Meant for generated code.</summary>
public static class DirectJsonChoice
{
    /// <summary>Whether a value is of a kind. Null is of none.</summary>
    /// <param name="reader">A copy of the reader, on the value.</param>
    /// <param name="kinds">The kinds.</param>
    public static bool Fits(Utf8JsonReader reader, DirectJsonKinds kinds) => reader.TokenType switch
    {
        JsonTokenType.String => kinds.HasFlag(DirectJsonKinds.Text) || IsTextOf(ref reader, kinds),
        JsonTokenType.True or JsonTokenType.False => kinds.HasFlag(DirectJsonKinds.Boolean),
        JsonTokenType.Number => IsNumberOf(ref reader, kinds),
        JsonTokenType.StartObject => kinds.HasFlag(DirectJsonKinds.JsonObject),
        JsonTokenType.StartArray => kinds.HasFlag(DirectJsonKinds.JsonArray),
        _ => false,
    };

    /// <summary>Whether a value is an array, and each of its items of a kind or null.</summary>
    /// <param name="reader">A copy of the reader, on the value.</param>
    /// <param name="kinds">The kinds.</param>
    /// <param name="shape">What the items look like that are objects; null if that doesn't matter.</param>
    public static bool IsListOf(Utf8JsonReader reader, DirectJsonKinds kinds, DirectJsonShape? shape = null)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Null && (!Fits(reader, kinds) || !HasShape(reader, shape)))
            {
                return false;
            }

            reader.Skip();
        }

        return true;
    }

    /// <summary>Whether a list that was read holds all that came: no item is null that came as something else.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="reader">A copy of the reader, on the array.</param>
    /// <param name="items">What was read.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is null.</exception>
    public static bool IsComplete<T>(Utf8JsonReader reader, List<T> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        for (var index = 0; reader.Read() && index < items.Count; index++)
        {
            if (items[index] is null && reader.TokenType != JsonTokenType.Null)
            {
                return false;
            }

            reader.Skip();
        }

        return true;
    }

    /// <summary>Which of several objects a value is: of those that it can be, the one that knows most of its members.</summary>
    /// <param name="reader">A copy of the reader, on the value.</param>
    /// <param name="shapes">What the objects look like; of two that fit equally the first is taken.</param>
    /// <returns>The index of the shape; -1 if none fits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shapes"/> is null.</exception>
    public static int BestOf(Utf8JsonReader reader, params DirectJsonShape[] shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var (best, found) = (int.MinValue, -1);
        for (var index = 0; reader.TokenType == JsonTokenType.StartObject && index < shapes.Length; index++)
        {
            if (shapes[index].Rate(reader, isOnly: shapes.Length == 1) is { } rate && rate > best)
            {
                (best, found) = (rate, index);
            }
        }

        return found;
    }

    private static bool HasShape(Utf8JsonReader reader, DirectJsonShape? shape) =>
        shape is null || reader.TokenType != JsonTokenType.StartObject || shape.Rate(reader, isOnly: false) is not null;

    private static bool IsNumberOf(ref Utf8JsonReader reader, DirectJsonKinds kinds) =>
        kinds.HasFlag(DirectJsonKinds.Number)
        || (kinds.HasFlag(DirectJsonKinds.Signed64) && NumberText.TryRead(ref reader, out long _))
        || (kinds.HasFlag(DirectJsonKinds.Signed32) && NumberText.TryRead(ref reader, out int _))
        || (kinds.HasFlag(DirectJsonKinds.Unsigned8) && NumberText.TryRead(ref reader, out byte _))
        || (kinds.HasFlag(DirectJsonKinds.Signed8) && NumberText.TryRead(ref reader, out sbyte _))
        || (kinds.HasFlag(DirectJsonKinds.Floating32) && NumberText.TryRead(ref reader, out float _))
        || (kinds.HasFlag(DirectJsonKinds.Floating64) && NumberText.TryRead(ref reader, out double _))
        || (kinds.HasFlag(DirectJsonKinds.FixedPoint) && NumberText.TryRead(ref reader, out decimal _))
        || (kinds.HasFlag(DirectJsonKinds.WholeNumber) && IsWhole(ref reader));

    private static bool IsWhole(ref Utf8JsonReader reader) =>
        reader.TryGetInt64(out _) || reader.TryGetUInt64(out _) || (reader.TryGetDecimal(out var number) && number == decimal.Truncate(number));

    private static bool IsTextOf(ref Utf8JsonReader reader, DirectJsonKinds kinds) =>
        (kinds.HasFlag(DirectJsonKinds.Duration) && DirectJsonReader.TryReadDuration(ref reader, out _))
        || (kinds.HasFlag(DirectJsonKinds.Moment) && CalendarText.TryReadMoment(DirectJsonReader.TextOf(ref reader), out _))
        || (kinds.HasFlag(DirectJsonKinds.Day) && CalendarText.TryReadDate(DirectJsonReader.TextOf(ref reader), out _))
        || (kinds.HasFlag(DirectJsonKinds.TimeOfDay) && CalendarText.TryReadTime(DirectJsonReader.TextOf(ref reader), out _))
        || (kinds.HasFlag(DirectJsonKinds.Identifier) && reader.TryGetGuid(out _))
        || (kinds.HasFlag(DirectJsonKinds.Base64) && reader.TryGetBytesFromBase64(out _));
}
