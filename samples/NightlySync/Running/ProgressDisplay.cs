using Spectre.Console;

namespace NightlySync.Running;

/// <summary>Shows how far a run is: a bar for a person, a line now and then for a log.</summary>
internal sealed class ProgressDisplay(IAnsiConsole console, TimeProvider timeProvider)
{
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(10);

    public async Task WatchAsync(Tally tally, Task work)
    {
        var started = timeProvider.GetTimestamp();
        if (console.Profile.Capabilities.Interactive)
        {
            await console.Progress().AutoClear(true).Columns(new ProgressBarColumn(), new TaskDescriptionColumn()).StartAsync(async context =>
            {
                var bar = context.AddTask(Text(), maxValue: Math.Max(tally.Total, 1));
                await EachAsync(RefreshInterval, work, () => bar.Description(Text()).Value(tally.Done));
            });
        }
        else
        {
            await EachAsync(LogInterval, work, () => console.WriteLine(Text()));
        }

        console.WriteLine(Text());

        string Text() => ProgressText.Of(tally, timeProvider.GetElapsedTime(started));
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
