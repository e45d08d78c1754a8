using System.Globalization;

namespace SpecDiff.Wire;

/// <summary>Which of two limits lets more through.</summary>
internal static class Limits
{
    /// <summary>Whether a limit refuses something that it did not refuse before; where that can't be told, it does.</summary>
    public static bool IsTighter(string name, string? old, string? now)
    {
        if (now is null or "false")
        {
            return false;
        }

        if (old is not null && Number(old) is { } before && Number(now) is { } after)
        {
            return name.StartsWith("max", StringComparison.Ordinal) || name == "exclusiveMaximum" ? after < before
                : name.StartsWith("min", StringComparison.Ordinal) || name == "exclusiveMinimum" ? after > before
                : name != "multipleOf" || after == 0 || before % after != 0;
        }

        return true;
    }

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
