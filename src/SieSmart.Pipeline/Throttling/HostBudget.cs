namespace SieSmart.Pipeline.Throttling;

/// <summary>The budget of one host, and the limits of those who use it: the smallest holds. Guarded by the lock of its registry.</summary>
internal sealed class HostBudget : IDisposable
{
    /// <summary>Two windows' worth of requests: beyond it a caller is told so rather than kept waiting.</summary>
    private const int QueuedWindows = 2;

    private static readonly TimeSpan WindowWithoutLimit = TimeSpan.FromMinutes(1);

    /// <summary>Weak, so that a client that nobody disposed of is a user no longer than it exists.</summary>
    private readonly List<(WeakReference<BudgetUse> Use, int? Permits, int? QueueLimit)> _users = [];
    private readonly TimeSpan _window;
    private readonly TimeProvider _clock;
    private int? _permits;
    private ITimer? _timer;

    public HostBudget(RateLimitOptions? limit, TimeProvider clock)
    {
        _clock = clock;
        _window = limit?.Window ?? WindowWithoutLimit;
        Budget = limit is null
            ? RequestBudget.CreateUnlimited(clock)
            : new RequestBudget(limit.Permits, limit.Window, QueueLimitOf(limit.Permits, limit.QueueLimit), clock);
    }

    public RequestBudget Budget { get; }

    public bool HasUsers => _users.Count > 0;

    /// <summary>Whether all permits are there and free, so that a new budget would do the same.</summary>
    public bool IsIdle =>
        Budget.Snapshot() is { Used: null or 0, InteractiveWaiting: 0, BulkWaiting: 0, PausedFor.Ticks: 0 } snapshot && snapshot.Permits == _permits;

    public void Join(BudgetUse use, RateLimitOptions? limit)
    {
        _users.Add((new WeakReference<BudgetUse>(use), limit?.Permits, limit?.QueueLimit));
        Apply();
    }

    /// <summary>Takes a user out, and those that don't exist any more.</summary>
    /// <param name="use">The one that leaves; null for no other.</param>
    public void Leave(BudgetUse? use)
    {
        if (_users.RemoveAll(user => !user.Use.TryGetTarget(out var one) || one == use) > 0)
        {
            Apply();
        }
    }

    /// <summary>Calls back when what is sent now has come free.</summary>
    public void CallLater(Action then)
    {
        _timer?.Dispose();
        _timer = _clock.CreateTimer(static state => ((Action)state!)(), then, _window, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        _timer?.Dispose();
        Budget.Dispose();
    }

    /// <summary>How many may wait for a permit: as many as is said, or else two windows' worth.</summary>
    public static int QueueLimitOf(int permits, int? own) => own ?? (int)Math.Min((long)permits * QueuedWindows, int.MaxValue);

    private void Apply()
    {
        if (_users.Min(user => user.Permits) is { } permits)
        {
            _permits = permits;
            Budget.Resize(permits, _users.Min(user => QueueLimitOf(permits, user.QueueLimit)));
        }
    }
}
