namespace SieSmart.Sandbox.Tests.Fixtures;

/// <summary>A clock that stands still until it is advanced; its timers fire while it is.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan duration)
    {
        IReadOnlyList<ManualTimer> timers;
        lock (_gate)
        {
            _now += duration;
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.RingIfDue();
        }
    }

    private sealed class ManualTimer(ManualClock clock, Action ring) : ITimer
    {
        private DateTimeOffset? _due;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
            return true;
        }

        public void RingIfDue()
        {
            if (_due <= clock.GetUtcNow())
            {
                _due = null;
                ring();
            }
        }

        public void Dispose() => _due = null;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
