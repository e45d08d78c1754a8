using System.Globalization;
using System.Text;
using NightlySync.Sending;

namespace NightlySync.Running;

/// <summary>How far a run is, in a line.</summary>
internal static class ProgressText
{
    public static string Of(Tally tally, TimeSpan elapsed)
    {
        var done = tally.Done;
        var rate = done / Math.Max(elapsed.TotalSeconds, 1);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{done} of {tally.Total} rows, {tally[RowOutcome.Created]} created");
        text.Append(CultureInfo.InvariantCulture, $", {Failed(tally)} failed, {tally[RowOutcome.Unknown]} unknown, {rate:0.0}/s");
        if (done > 0 && done < tally.Total)
        {
            text.Append(CultureInfo.InvariantCulture, $@", {TimeSpan.FromSeconds((tally.Total - done) / rate):h\:mm\:ss} left");
        }

        return text.ToString();
    }

    private static int Failed(Tally tally) =>
        tally[RowOutcome.Rejected] + tally[RowOutcome.NotDone] + tally[RowOutcome.Malformed] + tally[RowOutcome.Duplicate] + tally[RowOutcome.Changed];
}
