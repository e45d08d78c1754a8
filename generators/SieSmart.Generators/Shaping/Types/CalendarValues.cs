using System.Globalization;
using System.Text.RegularExpressions;

namespace SieSmart.Generators.Shaping.Types;

/// <summary>Reads dates, times and durations of a document by the rules by which clients read those of servers: without a zone they are of UTC.</summary>
internal static class CalendarValues
{
    private const string Clock = "HH:mm:ss.FFFFFFF";

    private static readonly Regex Fraction = new(@"(?<=\.\d{7})\d+", RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    private static readonly Regex IsoDuration = new(
        @"\A(?<minus>-)?P(?=[\dT])((?<weeks>\d{1,7})W)?((?<days>\d{1,8})D)?(T(?=\d)((?<hours>\d{1,9})H)?((?<minutes>\d{1,11})M)?((?<seconds>\d{1,12}(\.\d{1,7})?)S)?)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Regex.InfiniteMatchTimeout);

    /// <summary>A date-time with its offset, or a date.</summary>
    public static string? Moment(string text)
    {
        var whole = Fraction.Replace(text.Length > 10 && text[10] == ' ' ? text.Substring(0, 10) + "T" + text.Substring(11) : text.ToUpperInvariant(), "");
        return DateTimeOffset.TryParseExact(whole, ["yyyy-MM-dd'T'" + Clock + "K", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>A date as year, month and day.</summary>
    public static string? Day(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || Moment(text) is { } moment && DateTime.TryParseExact(moment.Substring(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            ? day.ToString("yyyy, M, d", CultureInfo.InvariantCulture)
            : null;

    /// <summary>A time of day in ticks.</summary>
    public static string? TimeOfDay(string text) =>
        DateTimeOffset.TryParseExact("2000-01-02T" + Fraction.Replace(text.ToUpperInvariant(), ""), "yyyy-MM-dd'T'" + Clock + "K", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcDateTime.TimeOfDay.Ticks.ToString(CultureInfo.InvariantCulture) + (text.Length > 0 && char.IsDigit(text[text.Length - 1]) && text.IndexOfAny(['+', '-']) < 0 ? "" : "Z")
            : null;

    /// <summary>A duration in ticks. Years and months have no certain length.</summary>
    public static string? Duration(string text)
    {
        if (IsoDuration.Match(text) is { Success: true } match)
        {
            var ticks = (Part(match, "weeks") * 7 * TimeSpan.TicksPerDay) + (Part(match, "days") * TimeSpan.TicksPerDay) + (Part(match, "hours") * TimeSpan.TicksPerHour) +
                (Part(match, "minutes") * TimeSpan.TicksPerMinute) + (Part(match, "seconds") * TimeSpan.TicksPerSecond);
            return ticks <= long.MaxValue ? (match.Groups["minus"].Success ? "-" : "") + decimal.Truncate(ticks).ToString(CultureInfo.InvariantCulture) : null;
        }

        return text.Contains(':') && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var duration) ? duration.Ticks.ToString(CultureInfo.InvariantCulture) : null;
    }

    private static decimal Part(Match match, string name) =>
        match.Groups[name] is { Success: true } group ? decimal.Parse(group.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0;
}
