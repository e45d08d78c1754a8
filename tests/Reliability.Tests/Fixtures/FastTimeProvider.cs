namespace Reliability.Tests.Fixtures;

/// <summary>
/// A clock that, once told to, runs so many times as fast as the system's, waits included. Longer waits than a certain one are
/// time limits, and take their real time: a busy machine must not run into them.
/// </summary>
internal sealed class FastTimeProvider(int factor, TimeSpan longestWait) : TimeProvider
{
    private readonly DateTimeOffset _start = System.GetUtcNow();
    private readonly long _startTimestamp = System.GetTimestamp();
    private long _spedUpAt = long.MaxValue;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    private long RealTicks => System.GetElapsedTime(_startTimestamp).Ticks;

    public void SpeedUp() => Volatile.Write(ref _spedUpAt, RealTicks);

    public override long GetTimestamp()
    {
        var ticks = RealTicks;
        var fast = Math.Max(0, ticks - Volatile.Read(ref _spedUpAt));
        return ticks + (fast * (factor - 1));
    }

    public override DateTimeOffset GetUtcNow() => _start.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new Timer(System.CreateTimer(callback, state, Scale(dueTime), Scale(period)), this);

    private TimeSpan Scale(TimeSpan time) =>
        time <= longestWait && time != Timeout.InfiniteTimeSpan && Volatile.Read(ref _spedUpAt) < long.MaxValue ? time / factor : time;

    private sealed class Timer(ITimer timer, FastTimeProvider clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(clock.Scale(dueTime), clock.Scale(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
