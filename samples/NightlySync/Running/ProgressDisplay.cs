using NightlySync.Sending;
using Spectre.Console;

namespace NightlySync.Running;

/// <summary>Shows how far a run is: a bar for a person, a line now and then for a log.</summary>
internal sealed class ProgressDisplay(IAnsiConsole console, LimitWatch limit, TimeProvider timeProvider)
{
    private const int WidthOfBar = 20;
    private const int NarrowestForBar = 80;

    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(10);

    public async Task WatchAsync(Tally tally, Task work)
    {
        var started = timeProvider.GetTimestamp();
        if (console.Profile.Capabilities.Interactive)
        {
            ProgressColumn[] columns = console.Profile.Width >= NarrowestForBar
                ? [new ProgressBarColumn { Width = WidthOfBar }, new TaskDescriptionColumn { Alignment = Justify.Left }]
                : [new TaskDescriptionColumn { Alignment = Justify.Left }];
            await console.Progress().AutoClear(true).Columns(columns).StartAsync(async context =>
            {
                var bar = context.AddTask(Line(), maxValue: Math.Max(tally.Total, 1));
                await EachAsync(RefreshInterval, work, () => bar.Description(Line()).Value(tally.Done));
            });
        }
        else
        {
            await EachAsync(LogInterval, work, () => console.WriteLine(Line()));
        }

        console.WriteLine(Line());

        string Line()
        {
            var width = console.Profile.Width;
            return ProgressText.Of(tally, limit, timeProvider.GetElapsedTime(started), width >= NarrowestForBar ? width - WidthOfBar - 2 : width - 1);
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

        await work;
    }
}
