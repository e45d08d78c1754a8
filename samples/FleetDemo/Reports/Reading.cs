using System.Globalization;

namespace FleetDemo.Reports;

/// <summary>How a process stands, since its phase began.</summary>
/// <param name="Served">How many calls got their answer.</param>
/// <param name="Refused">How many requests were answered with 429.</param>
/// <param name="Failed">How many calls were given up.</param>
/// <param name="Waiting">How many calls wait now for their turn.</param>
/// <param name="Sending">How many requests are on the way now.</param>
/// <param name="LongestWait">How long the slowest call took, those that are not over included.</param>
internal sealed record Reading(int Served, int Refused, int Failed, int Waiting, int Sending, TimeSpan LongestWait)
{
    private const int Numbers = 6;

    public static Reading None { get; } = new(0, 0, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <returns>Null for another text.</returns>
    public static Reading? Parse(string text)
    {
        var words = text.Split(' ');
        var numbers = words.Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return numbers.Count == Numbers && !numbers.Contains(-1)
            ? new Reading(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], TimeSpan.FromMilliseconds(numbers[5]))
            : null;
    }

    /// <summary>All processes together.</summary>
    public static Reading Sum(IReadOnlyCollection<Reading> readings) => new(
        readings.Sum(reading => reading.Served),
        readings.Sum(reading => reading.Refused),
        readings.Sum(reading => reading.Failed),
        readings.Sum(reading => reading.Waiting),
        readings.Sum(reading => reading.Sending),
        readings.Max(reading => reading.LongestWait));

    /// <summary>The numbers in a line.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Served} {Refused} {Failed} {Waiting} {Sending} {(int)LongestWait.TotalMilliseconds}");
}
