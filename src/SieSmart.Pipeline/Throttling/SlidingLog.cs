using System.Globalization;

namespace SieSmart.Pipeline.Throttling;

/// <summary>
/// A strict sliding log: a permit comes free one window after the answer to its request arrived, since the server may count a
/// request at any time before that.
/// </summary>
internal sealed class SlidingLog(int permits, TimeSpan window) : IPermitEngine
{
    private readonly Queue<TimeSpan> _comingFree = new();
    private int _permits = permits;
    private int _inUse;
    private int? _lowered;
    private TimeSpan _loweredAt = TimeSpan.MinValue;
    private TimeSpan _risesFrom;
    private TimeSpan _spacedUntil;

    public TimeSpan DefaultPause => TimeSpan.FromTicks(window.Ticks / 4);

    public string Scarcity =>
        $" for the {_permits.ToString(CultureInfo.InvariantCulture)} that may be sent in {window.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s";

    public Exception? Failure => null;

    private int Used => _inUse + _comingFree.Count;

    /// <summary>The least that the number of permits falls to.</summary>
    private int Least => Math.Max(_permits / 10, 1);

    /// <summary>By how much the number of permits rises again in each window.</summary>
    private int Rise => Math.Max(_permits / 20, 1);

    public (int Used, int Permits)? Usage(TimeSpan now)
    {
        Expire(now);
        return (Used, CurrentPermits(now));
    }

    public bool TryTake(RequestPriority priority, bool isDue, TimeSpan now, out ISharedPermit? permit)
    {
        permit = null;
        Expire(now);
        var current = CurrentPermits(now);
        var kept = priority == RequestPriority.Bulk && !isDue ? current / RequestLanes.Tenth : 0;
        if (Used + kept >= current || (_lowered is not null && now < _spacedUntil))
        {
            return false;
        }

        _inUse++;
        _spacedUntil = now + TimeSpan.FromTicks(window.Ticks / current);
        return true;
    }

    public void GiveBack(ISharedPermit? permit, bool wasUsed, TimeSpan now)
    {
        _inUse--;
        if (wasUsed)
        {
            _comingFree.Enqueue(now + window);
        }
    }

    public TimeSpan? NextChance(RequestPriority priority, TimeSpan now)
    {
        // One more may not suffice, where some are kept or the number was lowered; then the next is awaited in its turn.
        TimeSpan? next = _comingFree.Count > 0 ? _comingFree.Peek() : null;
        var current = CurrentPermits(now);
        if (_lowered is null)
        {
            return next;
        }

        if (Used < current && now < _spacedUntil)
        {
            return _spacedUntil;
        }

        var rise = NextRise(now);
        return next < rise ? next : rise;
    }

    public TimeSpan EarliestGrant(int ahead, RequestPriority priority, TimeSpan now)
    {
        Expire(now);
        // In each round every permit is used once. It may be later, but not earlier, while fewer than all may be used.
        var rounds = ahead / _permits;
        var position = (ahead % _permits) + Used - _permits;
        var inRound = position < 0 ? now
            : position < _comingFree.Count ? _comingFree.ElementAt(position)
            : now + window;
        return inRound + TimeSpan.FromTicks(window.Ticks * rounds);
    }

    public void TellDemand(bool isInteractiveWaiting, bool isBulkWaiting)
    {
        // Permits are counted here, so none is on its way to anybody.
    }

    /// <summary>
    /// Somebody else spends the server's limit too: three quarters of the permits from now on, and a twentieth more after each
    /// window. They are spread evenly meanwhile, so that the next refusal meets one request instead of many, and so that
    /// bursts don't shut the others out.
    /// </summary>
    public void Learn(TimeSpan grantedAt, TimeSpan resumesAt, TimeSpan now)
    {
        if (grantedAt <= _loweredAt)
        {
            // Let through before the number was lowered, so it doesn't say that the lower one is too high.
            return;
        }

        _lowered = Math.Max(CurrentPermits(now) * 3 / 4, Least);
        _loweredAt = now;
        _risesFrom = resumesAt;
    }

    public void SharePause(TimeSpan duration)
    {
        // There is nobody to tell.
    }

    public void Resize(int permits) => _permits = permits;

    public void Dispose()
    {
        // Holds nothing but numbers.
    }

    private void Expire(TimeSpan now)
    {
        while (_comingFree.Count > 0 && _comingFree.Peek() <= now)
        {
            _comingFree.Dequeue();
        }
    }

    private int CurrentPermits(TimeSpan now)
    {
        if (_lowered is not { } lowered)
        {
            return _permits;
        }

        var raised = lowered + (WindowsSinceLowered(now) * Rise);
        if (raised >= _permits)
        {
            _lowered = null;
            return _permits;
        }

        return (int)raised;
    }

    private TimeSpan NextRise(TimeSpan now) => _risesFrom + TimeSpan.FromTicks(window.Ticks * (WindowsSinceLowered(now) + 1));

    private long WindowsSinceLowered(TimeSpan now) => now <= _risesFrom ? 0 : (now - _risesFrom).Ticks / window.Ticks;
}
