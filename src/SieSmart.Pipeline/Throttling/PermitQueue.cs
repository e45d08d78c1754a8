using System.Globalization;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Throttling;

/// <summary>
/// Those who wait for a permit, and who gets the next one: what a <see cref="RequestBudget"/> promises. Thread-safe; the one lock here
/// guards all parts of a budget.
/// </summary>
internal sealed class PermitQueue : IDisposable
{
    private readonly Lock _gate = new();
    private readonly BudgetPause _pause = new();
    private readonly RequestLanes _lanes;
    private readonly BudgetClock _clock;
    private readonly IPermitEngine _engine;
    private readonly BudgetAlarm _alarm;
    private bool _isDisposed;

    public PermitQueue(int queueLimit, TimeProvider timeProvider, Func<BudgetClock, Action, IPermitEngine> createEngine)
    {
        _lanes = new RequestLanes { Limit = queueLimit };
        _clock = new BudgetClock(timeProvider);
        _engine = createEngine(_clock, Wake);
        _alarm = new BudgetAlarm(timeProvider, Wake);
    }

    /// <summary>How many callers wait, in both lanes.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _lanes.Count;
            }
        }
    }

    /// <summary>A permit that is there at once, where nobody waits; null if there is none, and its caller has to wait.</summary>
    public RequestPermit? TryAcquire(RequestPriority priority)
    {
        lock (_gate)
        {
            if (_isDisposed || _lanes.Count > 0)
            {
                return null;
            }

            var now = _clock.Now;
            if (_pause.Holds(now) || !_engine.TryTake(priority, _lanes.IsDueWhenAlone(priority), now, out var shared))
            {
                return null;
            }

            var permit = new RequestPermit(this, shared, now);
            _pause.NoteGrant(permit);
            _lanes.ServeAtOnce(priority);
            _engine.TellDemand(isInteractiveWaiting: false, isBulkWaiting: false);
            return permit;
        }
    }

    /// <param name="priority">The lane to wait in.</param>
    /// <param name="timeout">How long to wait at most.</param>
    /// <param name="waits">Told, before a wait begins, how long it takes at the least and how many are ahead; null if nobody wants to know.</param>
    /// <param name="ending">Ends the wait because the client ends.</param>
    /// <param name="cancellationToken">Ends the wait and gives up the place in the queue.</param>
    public ValueTask<RequestPermit> AcquireAsync(
        RequestPriority priority,
        TimeSpan timeout,
        Action<TimeSpan, int>? waits,
        CancellationToken ending,
        CancellationToken cancellationToken)
    {
        LinkedListNode<Waiter> waiter;
        TimeSpan expected;
        int ahead;
        Task<RequestPermit> outcome;
        lock (_gate)
        {
            if (_isDisposed)
            {
                throw PermitRefusal.BudgetHasEnded();
            }

            waiter = _lanes.Add(new Waiter(priority));
            Dispatch();
            if (waiter.Value.Permit is { } permit)
            {
                return new ValueTask<RequestPermit>(permit);
            }

            var now = _clock.Now;
            expected = EarliestGrant(priority, now) - now;
            if (FindReasonNotToWait(priority, timeout, expected) is { } reason)
            {
                RequestLanes.Remove(waiter);
                Dispatch();
                throw reason;
            }

            ahead = _lanes.AheadOfLast(priority);
            outcome = waiter.Value.Await();
        }

        waits?.Invoke(expected, ahead);
        return new ValueTask<RequestPermit>(WaitAsync(waiter, outcome, timeout, ending, cancellationToken));
    }

    /// <param name="duration">How long nobody gets a permit; null for the engine's own time.</param>
    public void Pause(TimeSpan? duration)
    {
        lock (_gate)
        {
            var now = _clock.Now;
            _pause.Begin(duration ?? _engine.DefaultPause, now);
            Dispatch(now);
        }
    }

    /// <summary>Changes the number of permits, where they are the engine's own, and the length of the queue. Who waits already stays.</summary>
    public void Resize(int permits, int queueLimit)
    {
        lock (_gate)
        {
            _engine.Resize(permits);
            _lanes.Limit = queueLimit;
            Dispatch();
        }
    }

    public BudgetSnapshot Snapshot()
    {
        lock (_gate)
        {
            var now = _clock.Now;
            var usage = _engine.Usage(now);
            return new BudgetSnapshot(
                usage?.Used,
                usage?.Permits,
                _lanes.CountOf(RequestPriority.Interactive),
                _lanes.CountOf(RequestPriority.Bulk),
                _pause.RestAt(now),
                _engine.Failure);
        }
    }

    public void TakeBack(RequestPermit permit, bool wasUsed)
    {
        lock (_gate)
        {
            var now = _clock.Now;
            _pause.NoteReturn(permit, wasUsed);
            _engine.GiveBack(permit.Shared, wasUsed, now);
            Dispatch(now);
        }
    }

    public void TakeRefused(RequestPermit permit, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            var now = _clock.Now;
            _engine.SharePause(_pause.Begin(retryAfter ?? _engine.DefaultPause, now));
            if (!_pause.NoteRefusal(permit))
            {
                _engine.Learn(permit.GrantedAt, _pause.Until, now);
            }

            _engine.GiveBack(permit.Shared, wasUsed: true, now);
            Dispatch(now);
        }
    }

    /// <summary>Ends all waits.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
            foreach (var waiter in _lanes.All)
            {
                waiter.Refuse(PermitRefusal.BudgetHasEnded());
            }

            _lanes.Clear();
        }

        _alarm.Dispose();
        _engine.Dispose();
    }

    private async Task<RequestPermit> WaitAsync(
        LinkedListNode<Waiter> waiter,
        Task<RequestPermit> outcome,
        TimeSpan timeout,
        CancellationToken ending,
        CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(() => GiveUp(waiter, one => one.Cancel(cancellationToken)));
        using var end = ending.Register(() => GiveUp(waiter, static one => one.Refuse(PermitRefusal.ClientHasEnded())));
        using var timer = timeout == Timeout.InfiniteTimeSpan
            ? null
            : _clock.TimeProvider.CreateTimer(_ => TimeOut(waiter, timeout), state: null, timeout, Timeout.InfiniteTimeSpan);
        return await outcome.ConfigureAwait(false);
    }

    private void GiveUp(LinkedListNode<Waiter> waiter, Action<Waiter> tell)
    {
        lock (_gate)
        {
            if (!RequestLanes.Remove(waiter))
            {
                return;
            }

            Dispatch();
        }

        tell(waiter.Value);
    }

    private void TimeOut(LinkedListNode<Waiter> waiter, TimeSpan timeout)
    {
        RateLimitExceededException reason;
        lock (_gate)
        {
            // The timer that wakes the budget may be the later of two that are due now.
            Dispatch();
            var now = _clock.Now;
            reason = PermitRefusal.WaitedInVain(timeout, _engine, EarliestGrant(waiter.Value.Priority, now) - now);
            if (!RequestLanes.Remove(waiter))
            {
                return;
            }

            Dispatch();
        }

        waiter.Value.Refuse(reason);
    }

    private void Wake()
    {
        lock (_gate)
        {
            Dispatch();
        }
    }

    private void Dispatch() => Dispatch(_clock.Now);

    private void Dispatch(TimeSpan now)
    {
        if (_isDisposed)
        {
            return;
        }

        while (!_pause.Holds(now) && ServeNext(now))
        {
            // As long as it goes.
        }

        _engine.TellDemand(_lanes.CountOf(RequestPriority.Interactive) > 0, _lanes.CountOf(RequestPriority.Bulk) > 0);
        _alarm.Set(NextChance(now) - now);
    }

    private bool ServeNext(TimeSpan now)
    {
        var isBulkDue = _lanes.IsBulkDue;
        return isBulkDue
            ? Serve(RequestPriority.Bulk, isBulkDue, now) || Serve(RequestPriority.Interactive, isBulkDue, now)
            : Serve(RequestPriority.Interactive, isBulkDue, now) || Serve(RequestPriority.Bulk, isBulkDue, now);
    }

    private bool Serve(RequestPriority priority, bool isBulkDue, TimeSpan now)
    {
        if (_lanes.FirstOf(priority) is not { } first || !_engine.TryTake(priority, isBulkDue, now, out var shared))
        {
            return false;
        }

        var permit = new RequestPermit(this, shared, now);
        _pause.NoteGrant(permit);
        _lanes.Serve(first);
        first.Value.Serve(permit);
        return true;
    }

    /// <summary>When a waiter may be served without a permit being given back before; null while only that can help.</summary>
    private TimeSpan? NextChance(TimeSpan now)
    {
        if (_lanes.Count == 0 || _pause.IsProbing)
        {
            return null;
        }

        if (now < _pause.Until)
        {
            return _pause.Until;
        }

        var interactive = NextChance(RequestPriority.Interactive, now);
        var bulk = NextChance(RequestPriority.Bulk, now);
        return interactive is null || bulk < interactive ? bulk : interactive;
    }

    private TimeSpan? NextChance(RequestPriority priority, TimeSpan now) =>
        _lanes.CountOf(priority) > 0 ? _engine.NextChance(priority, now) : null;

    private TimeSpan EarliestGrant(RequestPriority priority, TimeSpan now)
    {
        var earliest = _engine.EarliestGrant(_lanes.AheadOfLast(priority), priority, now);
        return earliest > _pause.Until ? earliest : _pause.Until;
    }

    /// <summary>Why the last caller of a lane, who has just come, must not stay.</summary>
    private RateLimitExceededException? FindReasonNotToWait(RequestPriority priority, TimeSpan timeout, TimeSpan wait)
    {
        if (_lanes.IsOverfull(priority))
        {
            return PermitRefusal.QueueIsFull(WhoWaitsBefore(priority), _engine, wait);
        }

        return timeout != Timeout.InfiniteTimeSpan && wait > timeout ? PermitRefusal.WouldWaitInVain(timeout, _engine, wait) : null;
    }

    private string WhoWaitsBefore(RequestPriority priority)
    {
        // The caller who is refused is in the lane still.
        var waiting = _lanes.Count - 1;
        return waiting < _lanes.Limit
            ? $"{Text(_lanes.CountOf(priority) - 1)} {(priority == RequestPriority.Bulk ? "bulk" : "interactive")} requests"
            : $"{Text(waiting)} requests";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
