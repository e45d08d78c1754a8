namespace SharedBudgets.Simulation.Time;

/// <summary>The clock of a machine: its time of day is wrong, and it goes too fast or too slow. When its process ends, nothing wakes up any more.</summary>
/// <param name="timeline">What really happens.</param>
/// <param name="skew">How wrong its time of day is.</param>
/// <param name="drift">By how many millionths it goes too fast; negative for too slow.</param>
internal sealed class MachineClock(Timeline timeline, TimeSpan skew, int drift) : TimeProvider
{
    private const long Million = 1_000_000;

    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public bool IsStopped { get; private set; }

    public void Stop() => IsStopped = true;

    public override long GetTimestamp() => timeline.Now + (timeline.Now * drift / Million);

    public override DateTimeOffset GetUtcNow() => Beginning + skew + TimeSpan.FromTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MachineTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Plans something for when so much time has passed on this clock.</summary>
    internal void Plan(TimeSpan due, Action happens)
    {
        // Rounded up: who wakes up early goes back to sleep.
        var ticks = ((due.Ticks * Million) + Million + drift - 1) / (Million + drift);
        timeline.At(timeline.Now + ticks, happens);
    }
}
