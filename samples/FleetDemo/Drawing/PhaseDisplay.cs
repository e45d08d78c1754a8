using System.Globalization;
using FleetDemo.Members;
using FleetDemo.Reports;
using FleetDemo.Running;
using Spectre.Console;

namespace FleetDemo.Drawing;

/// <summary>Shows who gets what: drawn for a person, a line now and then for a log.</summary>
internal sealed class PhaseDisplay(IAnsiConsole console, TimeProvider timeProvider)
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(5);

    /// <summary>Shows a phase until it is over.</summary>
    public async Task<IReadOnlyList<Reading>> WatchAsync(Phase phase, CancellationToken cancellationToken)
    {
        var running = phase.RunAsync(cancellationToken);
        if (console.Profile.Capabilities.Interactive)
        {
            var board = new Board();
            await console.Live(board.Draw(phase)).AutoClear(false).StartAsync(context => EachAsync(RefreshInterval, running, () => context.UpdateTarget(board.Draw(phase))));
        }
        else
        {
            console.WriteLine(phase.Title);
            await EachAsync(LogInterval, running, () => WriteLines(phase));
        }

        var readings = await running;
        var sum = Reading.Sum(readings);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{phase.Title}: {sum.Served} served, {sum.Refused} refused with 429, longest wait {sum.LongestWait.TotalSeconds:0.0} s."));
        console.WriteLine();
        return readings;
    }

    private void WriteLines(Phase phase)
    {
        foreach (var (member, reading) in Member.All.Zip(phase.Readings))
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {phase.Elapsed.TotalSeconds,4:0} s  {member.Name,-14} {reading.Served,5} served {reading.Refused,4} refused {reading.Waiting,4} waiting"));
        }
    }

    private async Task EachAsync(TimeSpan interval, Task work, Action show)
    {
        while (!work.IsCompleted)
        {
            await Task.WhenAny(work, Task.Delay(interval, timeProvider, CancellationToken.None));
            if (!work.IsCompleted)
            {
                show();
            }
        }
    }
}
