using NightlySync.Sending;

namespace NightlySync.Running;

/// <summary>How far a run is, in a line.</summary>
internal static class ProgressText
{
    private const int Narrow = 90;

    /// <param name="tally">How the rows ended so far.</param>
    /// <param name="limit">When the next ones get their turn.</param>
    /// <param name="elapsed">How long the run takes already.</param>
    /// <param name="width">How many characters there are for it.</param>
    public static string Of(Tally tally, LimitWatch limit, TimeSpan elapsed, int width)
    {
        var done = tally.Done;
        var left = tally.Total - done;
        List<string> parts = [Text($"{done} of {tally.Total}"), Text($"{tally[RowOutcome.Created]} created")];
        AddIfAny("failed", Failed(tally));
        AddIfAny("unknown", tally[RowOutcome.Unknown]);
        if (left > 0 && done > 0)
        {
            // The limit says when the last row gets its turn; if it leaves room for all, only their speed counts.
            var bySpeed = TimeSpan.FromSeconds(left * elapsed.TotalSeconds / done);
            var byLimit = limit.Until(left);
            parts.Add($"{Duration(byLimit > TimeSpan.Zero ? byLimit : bySpeed)} left");
        }

        if (left > 0 && limit.NextTurn is { } next)
        {
            parts.Insert(width < Narrow ? 1 : parts.Count, $"waiting for the limit, next in {Duration(next)}");
        }

        var text = string.Join(", ", parts);
        return text.Length <= width ? text : string.Join(", ", parts.Take(2));

        void AddIfAny(string what, int count)
        {
            if (count > 0)
            {
                parts.Add(Text($"{count} {what}"));
            }
        }
    }

    private static int Failed(Tally tally) =>
        tally[RowOutcome.Rejected] + tally[RowOutcome.NotDone] + tally[RowOutcome.Malformed] + tally[RowOutcome.Duplicate] + tally[RowOutcome.Changed];

    private static string Duration(TimeSpan time)
    {
        var whole = TimeSpan.FromSeconds(Math.Ceiling(time.TotalSeconds));
        return whole < TimeSpan.FromHours(1)
            ? Text($"{(int)whole.TotalMinutes}:{whole.Seconds:00}")
            : Text($"{(int)whole.TotalHours}:{whole.Minutes:00}:{whole.Seconds:00}");
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
