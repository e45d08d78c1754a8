namespace SieSmart.Runtime.DirectJson;

/// <summary>
/// Reads durations of ISO 8601 that have one length. Years and months have none, so that they are read only where there are zero
/// of them.
/// </summary>
internal static class DurationText
{
    // More digits are beyond what a TimeSpan holds, whatever they count.
    private const int MostDigits = 14;

    private static readonly (char Letter, bool IsOfDay, long Ticks)[] Units =
    [
        ('Y', false, 0),
        ('M', false, 0),
        ('W', false, 7 * TimeSpan.TicksPerDay),
        ('D', false, TimeSpan.TicksPerDay),
        ('H', true, TimeSpan.TicksPerHour),
        ('M', true, TimeSpan.TicksPerMinute),
        ('S', true, TimeSpan.TicksPerSecond),
    ];

    /// <summary>Reads <c>P1DT2H3M4.5S</c> or <c>P4W</c>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out TimeSpan duration)
    {
        duration = default;
        var isNegative = text.Length > 0 && text[0] == '-';
        text = isNegative ? text.Slice(1) : text;
        if (text.Length < 2 || text[0] != 'P' || !TrySum(text.Slice(1), out var ticks) || ticks > long.MaxValue)
        {
            return false;
        }

        duration = new TimeSpan(isNegative ? -(long)ticks : (long)ticks);
        return true;
    }

    private static bool TrySum(ReadOnlySpan<byte> text, out decimal ticks)
    {
        ticks = 0;
        var (isOfDay, next) = (false, 0);
        while (!text.IsEmpty)
        {
            if (text[0] == 'T' && !isOfDay)
            {
                isOfDay = true;
                text = text.Slice(1);
            }

            // A fraction is allowed in the last part alone.
            var isLast = TryReadAmount(ref text, out var amount, out var hasFraction) && text.Length == 1;
            var unit = text.IsEmpty ? -1 : UnitOf((char)text[0], isOfDay, next);
            if (amount is null || unit < 0 || (hasFraction && !isLast) || (Units[unit].Ticks == 0 && amount != 0))
            {
                return false;
            }

            ticks += amount.Value * Units[unit].Ticks;
            next = unit + 1;
            text = text.Slice(1);
        }

        ticks = decimal.Truncate(ticks);
        return true;
    }

    private static int UnitOf(char letter, bool isOfDay, int first)
    {
        for (var index = first; index < Units.Length; index++)
        {
            if (Units[index].Letter == letter && Units[index].IsOfDay == isOfDay)
            {
                return index;
            }
        }

        return -1;
    }

    private static bool TryReadAmount(ref ReadOnlySpan<byte> text, out decimal? amount, out bool hasFraction)
    {
        amount = null;
        hasFraction = false;
        var digits = NumberText.DigitsOf(text);
        if (digits is 0 or > MostDigits)
        {
            return false;
        }

        var value = Number(text.Slice(0, digits));
        text = text.Slice(digits);
        if (!text.IsEmpty && text[0] is (byte)'.' or (byte)',')
        {
            hasFraction = true;
            text = text.Slice(1);
            var places = NumberText.DigitsOf(text);
            if (places == 0)
            {
                return false;
            }

            var divisor = 1m;
            for (var index = 0; index < Math.Min(places, MostDigits); index++)
            {
                divisor *= 10;
                value += (text[index] - '0') / divisor;
            }

            text = text.Slice(places);
        }

        amount = value;
        return true;
    }

    private static decimal Number(ReadOnlySpan<byte> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
