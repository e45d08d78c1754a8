using System.Globalization;
using System.Text.RegularExpressions;

namespace SieSmart.Runtime.Serialization;

/// <summary>Reads the date-times that servers make entity tags of. Apart from <see cref="ETag"/>, whose every use would else wait for it.</summary>
internal static class TimestampText
{
    // Seven digits are what DateTimeOffset holds; some servers write nine.
    private const int MaxFractionDigits = 7;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "r",
    ];

    private static readonly Regex ExcessFraction = new(
        $@"(?<=:\d\d\.\d{{{MaxFractionDigits}}})\d+",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    /// <summary>Reads a date-time in ISO 8601 or HTTP form; without an offset it is of UTC.</summary>
    public static bool TryRead(string text, out DateTimeOffset timestamp) => DateTimeOffset.TryParseExact(
        ExcessFraction.Replace(text, string.Empty),
        Formats,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal,
        out timestamp);
}
