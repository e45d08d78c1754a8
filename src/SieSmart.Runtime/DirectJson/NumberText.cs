using System.Text.Json;

namespace SieSmart.Runtime.DirectJson;

/// <summary>Reads numbers whole or not at all: never one that is cut off, or infinite.</summary>
internal static class NumberText
{
    // So many digits fit into 64 bits.
    private const int LongestShort = 18;

    /// <summary>The room for a short decimal: 29 digits, where nearly all are behind the point, and the point.</summary>
    public const int LongestShortDecimal = 30;

    /// <summary>Reads the number on which the reader stands.</summary>
    public static bool TryRead(ref Utf8JsonReader reader, out byte value)
    {
        var isRead = reader.TryGetByte(out value);
        if (!isRead && TryReadWhole(ref reader, byte.MinValue, byte.MaxValue, out var whole))
        {
            value = (byte)whole;
            return true;
        }

        return isRead;
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out byte)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out sbyte value)
    {
        var isRead = reader.TryGetSByte(out value);
        if (!isRead && TryReadWhole(ref reader, sbyte.MinValue, sbyte.MaxValue, out var whole))
        {
            value = (sbyte)whole;
            return true;
        }

        return isRead;
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out byte)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out int value)
    {
        var isRead = reader.TryGetInt32(out value);
        if (!isRead && TryReadWhole(ref reader, int.MinValue, int.MaxValue, out var whole))
        {
            value = (int)whole;
            return true;
        }

        return isRead;
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out byte)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out long value)
    {
        var isRead = reader.TryGetInt64(out value);
        if (!isRead && TryReadWhole(ref reader, long.MinValue, long.MaxValue, out var whole))
        {
            value = (long)whole;
            return true;
        }

        return isRead;
    }

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out byte)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out float value) => reader.TryGetSingle(out value) && !float.IsInfinity(value);

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out byte)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out double value) => reader.TryGetDouble(out value) && !double.IsInfinity(value);

    /// <inheritdoc cref="TryRead(ref Utf8JsonReader, out byte)"/>
    public static bool TryRead(ref Utf8JsonReader reader, out decimal value) =>
        (!reader.HasValueSequence && TryReadShort(reader.ValueSpan, out value)) || reader.TryGetDecimal(out value);

    /// <summary>
    /// Reads a number of at most 18 digits, as amounts of money are, without exponent or sign: it is a whole number and the place of its point.
    /// </summary>
    private static bool TryReadShort(ReadOnlySpan<byte> text, out decimal value)
    {
        value = default;
        if (text.Length > LongestShort)
        {
            return false;
        }

        long digits = 0;
        var point = text.Length - 1;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character is >= (byte)'0' and <= (byte)'9')
            {
                digits = (digits * 10) + (character - '0');
            }
            else if (character == '.')
            {
                point = index;
            }
            else
            {
                return false;
            }
        }

        value = new decimal((int)digits, (int)(digits >> 32), 0, isNegative: false, (byte)(text.Length - 1 - point));
        return true;
    }

    /// <summary>Writes a number whose digits fit into 64 bits, as those of amounts of money do: its digits, with the point where it belongs.</summary>
    /// <param name="value">The number.</param>
    /// <param name="text">Where to write, to its end.</param>
    /// <param name="start">Where it begins.</param>
    /// <returns>False if it is longer, or has a sign; nothing is written.</returns>
    public static bool TryWriteShort(decimal value, Span<byte> text, out int start)
    {
        start = text.Length;
#if NETSTANDARD2_0
        var bits = decimal.GetBits(value);
#else
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
#endif
        if (bits[2] != 0 || bits[3] < 0)
        {
            return false;
        }

        var digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        for (var scale = bits[3] >> 16; scale > 0; scale--)
        {
            text[--start] = TakeLastDigit(ref digits);
            if (scale == 1)
            {
                text[--start] = (byte)'.';
            }
        }

        do
        {
            text[--start] = TakeLastDigit(ref digits);
        }
        while (digits > 0);
        return true;
    }

    private static byte TakeLastDigit(ref ulong digits)
    {
        var rest = digits / 10;
        var digit = (byte)('0' + (int)(digits - (rest * 10)));
        digits = rest;
        return digit;
    }

    /// <summary>Makes a reader that stands on the number which a text is.</summary>
    /// <returns>False if it is none.</returns>
    public static bool TryMoveInto(ReadOnlySpan<byte> text, out Utf8JsonReader reader)
    {
        if (!IsNumber(text))
        {
            reader = default;
            return false;
        }

        reader = new Utf8JsonReader(text);
        return reader.Read();
    }

    // A decimal holds each of them exactly.
    private static bool TryReadWhole(ref Utf8JsonReader reader, decimal smallest, decimal largest, out decimal whole) =>
        reader.TryGetDecimal(out whole) && whole >= smallest && whole <= largest && whole == decimal.Truncate(whole);

    /// <summary>Whether a text is a number as JSON spells it; to try it would cost an exception.</summary>
    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        text = SkipOne(text, "-");
        var digits = DigitsOf(text);
        if (digits == 0 || (digits > 1 && text[0] == '0'))
        {
            return false;
        }

        text = text.Slice(digits);
        return TrySkipPart(ref text, ".", "") && TrySkipPart(ref text, "eE", "+-") && text.IsEmpty;
    }

    private static bool TrySkipPart(ref ReadOnlySpan<byte> text, string first, string sign)
    {
        var rest = SkipOne(text, first);
        if (rest.Length == text.Length)
        {
            return true;
        }

        rest = SkipOne(rest, sign);
        var digits = DigitsOf(rest);
        text = rest.Slice(digits);
        return digits > 0;
    }

    private static ReadOnlySpan<byte> SkipOne(ReadOnlySpan<byte> text, string characters) =>
        !text.IsEmpty && Contains(characters, (char)text[0]) ? text.Slice(1) : text;

    private static bool Contains(string characters, char wanted)
    {
        foreach (var character in characters)
        {
            if (character == wanted)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>With how many digits a text begins.</summary>
    public static int DigitsOf(ReadOnlySpan<byte> text)
    {
        var count = 0;
        while (count < text.Length && text[count] is >= (byte)'0' and <= (byte)'9')
        {
            count++;
        }

        return count;
    }
}
