using System.Globalization;
using System.Threading.RateLimiting;
using SieSmart.Runtime;

namespace SieSmart.Client.Throttling;

/// <summary>
/// Hands out permits so that a server which counts requests over a sliding window never counts more than it allows.
/// </summary>
/// <remarks>
/// <para>
/// <b>Permits.</b> By default a strict sliding log: a permit comes free one window after the response to its request arrived,
/// not after the request was sent, since the server may count a request at any time in between. A
/// <see cref="RateLimiter"/> or an <see cref="ISharedBudget"/> can say instead when there is a permit.
/// </para>
/// <para>
/// <b>Lanes.</b> Callers of a lane are served in the order of their arrival, and <see cref="RequestPriority.Interactive"/> goes
/// before <see cref="RequestPriority.Bulk"/>. Of ten permits that are handed out while bulk callers wait, at least one is theirs.
/// Except for those, bulk callers leave the last tenth of the permits (rounded down) free, for interactive callers yet
/// to come. A <see cref="RateLimiter"/> knows no lanes, so no tenth of its permits is kept.
/// </para>
/// <para>
/// <b>Refusals.</b> A request that the server refused all the same (<see cref="RequestPermit.ReturnRefused"/>) shows that somebody
/// else spends the server's limit too. Then nobody gets a permit until the pause is over; after it one request goes alone, and the
/// others follow when it isn't refused. From then on the sliding log has three quarters of its permits, but never less than
/// a tenth, spread evenly over the window, and a twentieth more after each window, until it has all of them again.
/// </para>
/// <para>Thread-safe; one budget serves all clients that share a server's limit.</para>
/// </remarks>
public sealed class RequestBudget : IDisposable
{
    /// <summary>The longest pause that a budget makes, whatever it is asked for: one hour.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>How long a question or a report to an <see cref="ISharedBudget"/> may take: 10 seconds.</summary>
    public static readonly TimeSpan SharedCallTimeout = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly RequestLanes _lanes;
    private readonly int _queueLimit;
    private readonly BudgetClock _clock;
    private readonly IPermitEngine _engine;
    private readonly ITimer _timer;
    private TimeSpan _pausedUntil;
    private bool _sendsOneAtATime;
    private RequestPermit? _probe;
    private bool _isDisposed;

    /// <summary>Creates a budget of its own with all of its permits free.</summary>
    /// <param name="permits">How many requests the server allows in a window, at least 1.</param>
    /// <param name="window">The length of the window, more than zero.</param>
    /// <param name="queueLimit">
    /// How many callers may wait for a permit at a time; 0 lets none wait. A tenth of the places is kept for each lane,
    /// rounded up for interactive callers and down for bulk ones.
    /// </param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public RequestBudget(int permits, TimeSpan window, int queueLimit, TimeProvider? timeProvider = null)
        : this(
            queueLimit >= 0 ? queueLimit : throw OutOfRange(nameof(queueLimit), queueLimit, "0 or more"),
            timeProvider,
            CreateLog(permits, window))
    {
    }

    /// <summary>Creates a budget that takes its permits from a rate limiter.</summary>
    /// <param name="limiter">
    /// The limiter. It is asked for one permit at a time, for whoever's turn it is when the permit comes, and each lease is
    /// disposed of when the response has arrived. Give it a queue of 1 or more; one that refuses instead is asked again
    /// after the RetryAfter of its lease, or else after 250 ms.
    /// </param>
    /// <param name="queueLimit">How many callers may wait for a permit at a time, at least 1; see the other constructor for the lanes' parts.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <param name="disposesLimiter">Whether the limiter is disposed of along with the budget; false by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="limiter"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="queueLimit"/> is less than 1.</exception>
    public RequestBudget(RateLimiter limiter, int queueLimit, TimeProvider? timeProvider = null, bool disposesLimiter = false)
        : this(
            AtLeastOne(queueLimit),
            timeProvider,
            CreateLimiterEngine(limiter, disposesLimiter))
    {
    }

    /// <summary>Creates a budget that shares its permits and pauses with other processes.</summary>
    /// <param name="shared">What the processes share; it stays its creator's to dispose of.</param>
    /// <param name="queueLimit">How many callers of this process may wait for a permit at a time, at least 1; see the first constructor for the lanes' parts.</param>
    /// <param name="timeProvider">The clock; the system's by default.</param>
    /// <exception cref="ArgumentNullException"><paramref name="shared"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="queueLimit"/> is less than 1.</exception>
    public RequestBudget(ISharedBudget shared, int queueLimit, TimeProvider? timeProvider = null)
        : this(
            AtLeastOne(queueLimit),
            timeProvider,
            CreateSharedEngine(shared))
    {
    }

    private RequestBudget(int queueLimit, TimeProvider? timeProvider, Func<BudgetClock, Action, IPermitEngine> createEngine)
    {
        _queueLimit = queueLimit;
        _lanes = new RequestLanes(queueLimit);
        _clock = new BudgetClock(timeProvider ?? TimeProvider.System);
        _engine = createEngine(_clock, Wake);
        _timer = _clock.TimeProvider.CreateTimer(
            static state => ((RequestBudget)state!).Wake(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many callers wait for a permit now, in both lanes.</summary>
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

    /// <summary>Whether the one request that goes ahead after a pause is on its way.</summary>
    private bool IsProbing => _sendsOneAtATime && _probe is not null;

    /// <summary>Waits for a permit for as long as it takes.</summary>
    /// <param name="priority">The lane to wait in.</param>
    /// <param name="cancellationToken">Ends the wait and gives up the place in the queue.</param>
    /// <returns>The permit, to be disposed of when the response has arrived.</returns>
    /// <exception cref="RateLimitExceededException">As many callers wait already as the queue holds.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The budget was disposed of.</exception>
    public ValueTask<RequestPermit> AcquireAsync(RequestPriority priority, CancellationToken cancellationToken = default) =>
        AcquireAsync(priority, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Waits for a permit.</summary>
    /// <param name="priority">The lane to wait in.</param>
    /// <param name="timeout">
    /// How long to wait at most, zero or more, or <see cref="Timeout.InfiniteTimeSpan"/>. A caller whose wait is known to take
    /// longer, if all who wait already stay, is told so at once.
    /// </param>
    /// <param name="cancellationToken">Ends the wait and gives up the place in the queue.</param>
    /// <returns>The permit, to be disposed of when the response has arrived.</returns>
    /// <exception cref="RateLimitExceededException">
    /// There is no permit within <paramref name="timeout"/>, or as many callers wait already as the queue holds.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    /// <exception cref="ObjectDisposedException">The budget was disposed of.</exception>
    public ValueTask<RequestPermit> AcquireAsync(RequestPriority priority, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        if (priority is not (RequestPriority.Interactive or RequestPriority.Bulk))
        {
            throw new ArgumentOutOfRangeException(nameof(priority), priority, "There is no such lane. Pass one of the named priorities.");
        }

        if ((timeout < TimeSpan.Zero && timeout != Timeout.InfiniteTimeSpan) || timeout.TotalMilliseconds > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "The wait for a permit must be zero or more and less than 24 days, or infinite.");
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return new ValueTask<RequestPermit>(Task.FromCanceled<RequestPermit>(cancellationToken));
        }

        LinkedListNode<Waiter> waiter;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            waiter = _lanes.Add(new Waiter(priority));
            Dispatch();
            if (waiter.List is null)
            {
                return new ValueTask<RequestPermit>(waiter.Value.Outcome);
            }

            if (FindReasonNotToWait(priority, timeout) is { } reason)
            {
                RequestLanes.Remove(waiter);
                Dispatch();
                throw reason;
            }
        }

        return new ValueTask<RequestPermit>(WaitAsync(waiter, timeout, cancellationToken));
    }

    /// <summary>Hands out no permit for a while. Says nothing of how many the server allows; <see cref="RequestPermit.ReturnRefused"/> does.</summary>
    /// <param name="duration">
    /// How long, at most <see cref="LongestPause"/>; less than zero is taken for zero. Null for a quarter of the window, or for 15 s if the budget has none. It never
    /// shortens a pause that lasts longer.
    /// </param>
    public void Pause(TimeSpan? duration = null)
    {
        lock (_gate)
        {
            PauseCore(duration, _clock.Now);
            Dispatch();
        }
    }

    /// <summary>Ends all waits with an <see cref="ObjectDisposedException"/>.</summary>
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
                waiter.Refuse(new ObjectDisposedException(nameof(RequestBudget)));
            }

            _lanes.Clear();
        }

        _timer.Dispose();
        _engine.Dispose();
    }

    /// <summary>Lowers the number of permits, where another user of the budget knows of a smaller one.</summary>
    internal void Restrict(int permits)
    {
        lock (_gate)
        {
            _engine.Restrict(permits);
        }
    }

    internal BudgetSnapshot Snapshot()
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
                _pausedUntil > now ? _pausedUntil - now : TimeSpan.Zero,
                _engine.Failure);
        }
    }

    internal void TakeBack(RequestPermit permit, bool wasUsed)
    {
        lock (_gate)
        {
            if (permit == _probe)
            {
                _probe = null;
                _sendsOneAtATime = !wasUsed;
            }

            _engine.GiveBack(permit.Shared, wasUsed, _clock.Now);
            Dispatch();
        }
    }

    internal void TakeRefused(RequestPermit permit, TimeSpan? retryAfter)
    {
        lock (_gate)
        {
            var now = _clock.Now;
            var pause = PauseCore(retryAfter, now);
            _engine.SharePause(pause);
            if (permit == _probe)
            {
                // It went alone, so it says that the window isn't over, not that too many were sent.
                _probe = null;
            }
            else
            {
                _engine.Learn(permit.GrantedAt, _pausedUntil, now);
            }

            _sendsOneAtATime = true;
            _engine.GiveBack(permit.Shared, wasUsed: true, now);
            Dispatch();
        }
    }

    private static Func<BudgetClock, Action, IPermitEngine> CreateLog(int permits, TimeSpan window)
    {
        if (permits < 1)
        {
            throw OutOfRange(nameof(permits), permits, "at least 1");
        }

        return window > TimeSpan.Zero
            ? (_, _) => new SlidingLog(permits, window)
            : throw OutOfRange(nameof(window), window, "more than zero");
    }

    private static Func<BudgetClock, Action, IPermitEngine> CreateLimiterEngine(RateLimiter limiter, bool disposesLimiter)
    {
        ArgumentNullException.ThrowIfNull(limiter);
        // A limiter lets callers wait in its own queue, for as long as somebody waits here.
        return (clock, wake) => new SharedEngine(
            [new PermitInquiry(new LimiterBudget(limiter), RequestPriority.Interactive, Timeout.InfiniteTimeSpan, clock, wake)],
            disposesLimiter ? limiter : null);
    }

    private static Func<BudgetClock, Action, IPermitEngine> CreateSharedEngine(ISharedBudget shared)
    {
        ArgumentNullException.ThrowIfNull(shared);
        return (clock, wake) => new SharedEngine(
            [
                new PermitInquiry(shared, RequestPriority.Interactive, SharedCallTimeout, clock, wake),
                new PermitInquiry(shared, RequestPriority.Bulk, SharedCallTimeout, clock, wake),
            ],
            owned: null);
    }

    private static int AtLeastOne(int queueLimit) =>
        queueLimit >= 1
            ? queueLimit
            : throw OutOfRange(nameof(queueLimit), queueLimit, "at least 1, since callers wait in the queue for the answer");

    private async Task<RequestPermit> WaitAsync(LinkedListNode<Waiter> waiter, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(() => GiveUp(waiter, cancellationToken));
        using var timer = timeout == Timeout.InfiniteTimeSpan
            ? null
            : _clock.TimeProvider.CreateTimer(_ => TimeOut(waiter, timeout), state: null, timeout, Timeout.InfiniteTimeSpan);
        return await waiter.Value.Outcome.ConfigureAwait(false);
    }

    private void GiveUp(LinkedListNode<Waiter> waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!RequestLanes.Remove(waiter))
            {
                return;
            }

            Dispatch();
        }

        waiter.Value.Cancel(cancellationToken);
    }

    private void TimeOut(LinkedListNode<Waiter> waiter, TimeSpan timeout)
    {
        RateLimitExceededException reason;
        lock (_gate)
        {
            // The timer that wakes the budget may be the later of two that are due now.
            Dispatch();
            var now = _clock.Now;
            reason = WaitedInVain(timeout, EarliestGrant(waiter.Value.Priority, now) - now);
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

    private TimeSpan PauseCore(TimeSpan? asked, TimeSpan now)
    {
        var duration = asked ?? _engine.DefaultPause;
        duration = duration < TimeSpan.Zero ? TimeSpan.Zero
            : duration < LongestPause ? duration
            : LongestPause;
        if (now + duration > _pausedUntil)
        {
            _pausedUntil = now + duration;
        }

        return duration;
    }

    private void Dispatch()
    {
        if (_isDisposed)
        {
            return;
        }

        var now = _clock.Now;
        while (now >= _pausedUntil && !IsProbing && ServeNext(now))
        {
            // As long as it goes.
        }

        _engine.TellDemand(_lanes.CountOf(RequestPriority.Interactive) > 0, _lanes.CountOf(RequestPriority.Bulk) > 0);
        SetTimer(now);
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
        if (_sendsOneAtATime)
        {
            _probe = permit;
        }

        _lanes.Serve(first);
        first.Value.Serve(permit);
        return true;
    }

    private void SetTimer(TimeSpan now)
    {
        var due = Timeout.InfiniteTimeSpan;
        if (NextChance(now) is { } chance)
        {
            // Whole milliseconds, rounded up, so that a timer which fires early by its resolution doesn't spin; and never longer
            // than timers can be set for.
            due = TimeSpan.FromMilliseconds(Math.Max(Math.Ceiling((chance - now).TotalMilliseconds), 0));
            due = due < LongestPause ? due : LongestPause;
        }

        _timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    /// <summary>When a waiter may be served without a permit being given back before; null while only that can help.</summary>
    private TimeSpan? NextChance(TimeSpan now)
    {
        if (_lanes.Count == 0 || IsProbing)
        {
            return null;
        }

        if (now < _pausedUntil)
        {
            return _pausedUntil;
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
        return earliest > _pausedUntil ? earliest : _pausedUntil;
    }

    /// <summary>Why the last caller of a lane, who has just come, must not stay.</summary>
    private RateLimitExceededException? FindReasonNotToWait(RequestPriority priority, TimeSpan timeout)
    {
        var now = _clock.Now;
        var wait = EarliestGrant(priority, now) - now;
        if (_lanes.IsOverfull(priority))
        {
            return QueueIsFull(priority, wait);
        }

        return timeout != Timeout.InfiniteTimeSpan && wait > timeout ? WouldWaitInVain(timeout, wait) : null;
    }

    private RateLimitExceededException QueueIsFull(RequestPriority priority, TimeSpan wait)
    {
        // The caller who is refused is in the lane still.
        var waiting = _lanes.Count - 1;
        var who = waiting < _queueLimit ? $"{Text(_lanes.CountOf(priority) - 1)} {NameOf(priority)} requests" : $"{Text(waiting)} requests";
        return NotSent($"{who} wait already{_engine.Scarcity}. Send fewer at a time, or try again later.", wait);
    }

    private RateLimitExceededException WouldWaitInVain(TimeSpan timeout, TimeSpan wait) =>
        NotSent(
            $"it would have to wait {Seconds(wait)} s for its turn, and may wait {Seconds(timeout)} s. Send fewer at a time, allow a longer wait, or try again later.",
            wait);

    private RateLimitExceededException WaitedInVain(TimeSpan timeout, TimeSpan wait) =>
        NotSent(
            _engine.Failure is null
                ? $"its turn did not come within {Seconds(timeout)} s. Send fewer at a time, allow a longer wait, or try again later."
                : $"whether there is a permit could not be asked within {Seconds(timeout)} s. See the inner exception, and try again later.",
            wait);

    private RateLimitExceededException NotSent(string why, TimeSpan wait) =>
        new($"The request was not sent: {why}", _engine.Failure, retryAfter: wait > TimeSpan.Zero ? wait : null);

    private static ArgumentOutOfRangeException OutOfRange(string name, object value, string range) =>
        new(name, value, $"The {name} of a request budget must be {range}.");

    private static string NameOf(RequestPriority priority) => priority == RequestPriority.Bulk ? "bulk" : "interactive";

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
