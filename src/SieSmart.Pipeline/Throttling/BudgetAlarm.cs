namespace SieSmart.Pipeline.Throttling;

/// <summary>Wakes a queue when somebody in it may be served. Its queue's lock guards it.</summary>
internal sealed class BudgetAlarm(TimeProvider timeProvider, Action wake) : IDisposable
{
    private readonly ITimer _timer = timeProvider.CreateTimer(static state => ((Action)state!)(), wake, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private bool _isSet;

    /// <param name="delay">In how long to wake; null for not at all.</param>
    public void Set(TimeSpan? delay)
    {
        if (delay is null && !_isSet)
        {
            return;
        }

        _isSet = delay is not null;
        var due = Timeout.InfiniteTimeSpan;
        if (delay is { } time)
        {
            // Whole milliseconds, rounded up, so that a timer which fires early by its resolution doesn't spin; and never longer
            // than timers can be set for.
            due = TimeSpan.FromMilliseconds(Math.Max(Math.Ceiling(time.TotalMilliseconds), 0));
            due = due < RequestBudget.LongestPause ? due : RequestBudget.LongestPause;
        }

        _timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();
}
