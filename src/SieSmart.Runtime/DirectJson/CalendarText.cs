using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime.DirectJson;

/// <summary>Reads and writes dates and times in the one form that RFC 3339 gives them, without the help of any culture or zone.</summary>
internal static class CalendarText
{
    /// <summary>The length of a date.</summary>
    public const int DateLength = 10;

    /// <summary>The length of the longest time of day that is written.</summary>
    public const int LongestTime = ClockLength + 1 + FractionDigits + 1;

    private const int ClockLength = 8;
    private const int FractionDigits = 7;
    private const int ShortestMoment = DateLength + 1 + ClockLength;

    private static readonly TimeSpan LargestOffset = TimeSpan.FromHours(14);

    /// <summary>Reads <c>2026-03-02</c>.</summary>
    public static bool TryReadDate(ReadOnlySpan<byte> text, out Date date)
    {
        if (text.Length == DateLength && TryReadDay(text, out var day))
        {
            date = new Date(day);
            return true;
        }

        date = default;
        return false;
    }

    /// <summary>
    /// Reads <c>09:08:07.25</c>. With a zone behind it, it becomes a time of UTC, since a time of day has room for nothing else.
    /// </summary>
    public static bool TryReadTime(ReadOnlySpan<byte> text, out Time time)
    {
        if (TryReadClock(text, out var ticks, out var length) && TryReadZone(text.Slice(length), out var offset))
        {
            var ofDay = (ticks - (offset ?? TimeSpan.Zero).Ticks + TimeSpan.TicksPerDay) % TimeSpan.TicksPerDay;
            time = new Time(new DateTime(ofDay, offset is null ? DateTimeKind.Unspecified : DateTimeKind.Utc));
            return true;
        }

        time = default;
        return false;
    }

    /// <summary>Reads <c>2026-03-02T09:08:07.25+01:00</c>. Without a zone it is a moment of UTC.</summary>
    public static bool TryReadMoment(ReadOnlySpan<byte> text, out DateTimeOffset moment)
    {
        if (text.Length >= ShortestMoment && TryReadDay(text, out var day) && text[DateLength] is (byte)'T' or (byte)'t' or (byte)' '
            && TryReadClock(text.Slice(DateLength + 1), out var ticks, out var length) && TryReadZone(text.Slice(DateLength + 1 + length), out var offset))
        {
            moment = Moment(day.AddTicks(ticks), offset ?? TimeSpan.Zero);
            return true;
        }

        moment = default;
        return false;
    }

    /// <summary>Writes <c>2026-03-02</c>.</summary>
    public static void WriteDate(Date date, Span<byte> text)
    {
#if NETSTANDARD2_0
        var (year, month, day) = (date.Year, date.Month, date.Day);
#else
        // All three in one go.
        var (year, month, day) = DateOnly.FromDateTime(date.DateTime);
#endif
        Write(year / 100, text, 0);
        Write(year % 100, text, 2);
        text[4] = (byte)'-';
        Write(month, text, 5);
        text[7] = (byte)'-';
        Write(day, text, 8);
    }

    /// <summary>Writes <c>09:08:07</c>, with as many digits behind it as are needed, and a Z if it is known to be of UTC.</summary>
    /// <returns>How long it is.</returns>
    public static int WriteTime(Time time, Span<byte> text)
    {
        var value = time.DateTime;
        Write(value.Hour, text, 0);
        text[2] = (byte)':';
        Write(value.Minute, text, 3);
        text[5] = (byte)':';
        Write(value.Second, text, 6);
        var length = WriteFraction(value.Ticks % TimeSpan.TicksPerSecond, text);
        if (value.Kind == DateTimeKind.Utc)
        {
            text[length++] = (byte)'Z';
        }

        return length;
    }

    private static int WriteFraction(long ticks, Span<byte> text)
    {
        if (ticks == 0)
        {
            return ClockLength;
        }

        text[ClockLength] = (byte)'.';
        var length = ClockLength + 1;
        for (var unit = TimeSpan.TicksPerSecond / 10; ticks > 0; unit /= 10)
        {
            text[length++] = (byte)('0' + (ticks / unit));
            ticks %= unit;
        }

        return length;
    }

    /// <summary>
    /// What a calendar has that ends at both sides: where the offset alone leads beyond, the moment is that of UTC. Servers mean
    /// "never" by it.
    /// </summary>
    private static DateTimeOffset Moment(DateTime local, TimeSpan offset)
    {
        var ticks = local.Ticks - offset.Ticks;
        return ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks ? new DateTimeOffset(local, TimeSpan.Zero)
            : offset.Duration() > LargestOffset ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : new DateTimeOffset(local, offset);
    }

    private static bool TryReadDay(ReadOnlySpan<byte> text, out DateTime day)
    {
        if (text[4] == '-' && text[7] == '-')
        {
            var year = (Number(text, 0) * 100) + Number(text, 2);
            var month = Number(text, 5);
            var dayOfMonth = Number(text, 8);
            if (year is >= 1 and <= 9999 && month is >= 1 and <= 12 && dayOfMonth >= 1 && dayOfMonth <= DateTime.DaysInMonth(year, month) && Number(text, 0) >= 0 && Number(text, 2) >= 0)
            {
                day = new DateTime(year, month, dayOfMonth);
                return true;
            }
        }

        day = default;
        return false;
    }

    private static bool TryReadClock(ReadOnlySpan<byte> text, out long ticks, out int length)
    {
        ticks = 0;
        length = ClockLength;
        if (text.Length < ClockLength || text[2] != ':' || text[5] != ':')
        {
            return false;
        }

        var hour = Number(text, 0);
        var minute = Number(text, 3);
        var second = Number(text, 6);
        ticks = new TimeSpan(hour, minute, second).Ticks;
        return hour is >= 0 and <= 23 && minute is >= 0 and <= 59 && second is >= 0 and <= 59
            && (text.Length == ClockLength || text[ClockLength] != '.' || TryReadFraction(text, ref ticks, ref length));
    }

    // What is smaller than .NET's smallest time is cut off.
    private static bool TryReadFraction(ReadOnlySpan<byte> text, ref long ticks, ref int length)
    {
        length++;
        var unit = TimeSpan.TicksPerSecond;
        for (; length < text.Length && text[length] is >= (byte)'0' and <= (byte)'9'; length++)
        {
            unit /= 10;
            ticks += unit * (text[length] - '0');
        }

        return length > ClockLength + 1;
    }

    private static bool TryReadZone(ReadOnlySpan<byte> text, out TimeSpan? offset)
    {
        offset = null;
        if (text.IsEmpty)
        {
            return true;
        }

        if (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z')
        {
            offset = TimeSpan.Zero;
            return true;
        }

        if (text.Length != 6 || text[0] is not ((byte)'+' or (byte)'-') || text[3] != ':')
        {
            return false;
        }

        var hours = Number(text, 1);
        var minutes = Number(text, 4);
        offset = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -offset : offset;
        return hours is >= 0 and <= 23 && minutes is >= 0 and <= 59;
    }

    /// <summary>Two digits as a number; something far below zero if they aren't digits.</summary>
    private static int Number(ReadOnlySpan<byte> text, int start)
    {
        var tens = text[start] - '0';
        var ones = text[start + 1] - '0';
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 ? (tens * 10) + ones : int.MinValue / 1000;
    }

    private static void Write(int number, Span<byte> text, int start)
    {
        var digits = (uint)number;
        text[start + 1] = (byte)('0' + (digits % 10));
        text[start] = (byte)('0' + (digits / 10));
    }
}
