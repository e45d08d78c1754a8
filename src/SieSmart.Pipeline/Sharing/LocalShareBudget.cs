using SieSmart.Pipeline.Events;
using SieSmart.Pipeline.Sharing.Counting;
using SieSmart.Pipeline.Throttling;

namespace SieSmart.Pipeline.Sharing;

/// <summary>
/// A shared budget whose process goes on with its share while what is shared can't be asked, and comes back by itself. Thread-safe.
/// </summary>
/// <remarks>
/// It keeps count of the process's own permits all the time. When sight is lost, no process counts on more than what it has, without what others
/// may have been promised of it, and half its part of what was free, so that all together stay below the limit; one window later each has its share. What was used and not reported meanwhile is
/// reported, and paid for, before the budget is asked again.
/// </remarks>
internal sealed class LocalShareBudget : ISharedBudget, IFallibleBudget, IDisposable
{
    /// <summary>How many processes there are if nobody ever said.</summary>
    private const int UnknownProcesses = 10;

    /// <summary>How often what is left to tell is told, before the rest is left to the leases.</summary>
    private const int MostRounds = 5;

    /// <summary>A busy machine is no outage: who goes on alone while others can ask sends more than there is.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan ShortestRetry = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private readonly ISharedBudget _engine;
    private readonly SharedBudgetLimit _limit;
    private readonly IPipelineObserver _observer;
    private readonly BudgetClock _clock;
    private readonly TimeSpan _retry;
    private readonly InMemoryLedger _ledger = new();
    private readonly List<OwnPermit> _unpaid = [];
    private readonly List<OwnPermit> _unreported = [];
    private int? _processes;
    private TimeSpan _processesAt;
    private int _free;
    private int _promised;
    private TimeSpan _heardAt;
    private TimeSpan _lostAt;
    private TimeSpan? _returnedAt;
    private TimeSpan _retryAt;
    private long _leftAtLoss;
    private bool _isReturning;
    private Exception? _failure;
    private long _ids;

    public LocalShareBudget(ISharedBudget engine, SharedBudgetLimit limit, IPipelineObserver observer, TimeProvider timeProvider)
    {
        (_engine, _limit, _observer) = (engine, limit, observer);
        _clock = new BudgetClock(timeProvider);
        var retry = TimeSpan.FromTicks(limit.Window.Ticks / 20);
        _retry = retry < ShortestRetry ? ShortestRetry : retry < LongestRetry ? retry : LongestRetry;
    }

    public Exception? Failure
    {
        get
        {
            lock (_gate)
            {
                return _failure;
            }
        }
    }

    public TimeSpan Window => _limit.Window;

    private int Processes => _processes ?? UnknownProcesses;

    private int Share => Math.Max(_limit.Permits / Processes, 1);

    public async ValueTask<SharedReservation> ReserveAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        if (!IsAway())
        {
            if (HoldsBack() is { } wait)
            {
                return NotYet(wait);
            }

            var asked = CountOwn();
            try
            {
                return Note(await AskAsync(priority, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception exception) when (!IsTheCallers(exception, cancellationToken))
            {
                Lose(exception, asked);
            }
        }

        return ReserveLocally(priority);
    }

    public async ValueTask PauseAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            RulesOf(_limit.Permits).Pause(_ledger, BudgetTime.Microseconds(duration), BudgetTime.Microseconds(_clock.Now));
        }

        if (!IsAway())
        {
            var asked = CountOwn();
            try
            {
                await _engine.PauseAsync(duration, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!IsTheCallers(exception, cancellationToken))
            {
                Lose(exception, asked);
            }
        }
    }

    public void Dispose() => (_engine as IDisposable)?.Dispose();

    /// <summary>It was cancelled, or will be the same however often it is asked.</summary>
    private static bool IsTheCallers(Exception exception, CancellationToken cancellationToken) =>
        exception is SharedBudgetMismatchException || cancellationToken.IsCancellationRequested;

    private BudgetRules RulesOf(long permits) => new(permits, BudgetTime.Microseconds(_limit.Window), BudgetTime.Microseconds(_limit.LongestRequest));

    /// <summary>Whether the engine is away. If it is time to look after it, somebody does so meanwhile.</summary>
    private bool IsAway()
    {
        lock (_gate)
        {
            if (_failure is not null && !_isReturning && _clock.Now >= _retryAt)
            {
                _isReturning = true;
                BackgroundWork.Start(ReturnAsync);
            }

            return _failure is not null;
        }
    }

    private async Task<SharedReservation> AskAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var question = BackgroundWork.RunAsync(() => _engine.ReserveAsync(priority, asking.Token).AsTask());
        try
        {
            return await question.WaitAsync(Patience, _clock.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            asking.Cancel();
            _ = WithdrawAsync(question);
            throw;
        }
    }

    private static async Task WithdrawAsync(Task<SharedReservation> question)
    {
        try
        {
            if ((await question.ConfigureAwait(false)).Permit is { } permit)
            {
                await permit.CompleteAsync(wasUsed: false, CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception)
        {
            // It was known to have failed before.
        }
    }

    private SharedReservation Note(SharedReservation answer)
    {
        lock (_gate)
        {
            var now = _clock.Now;
            Learn(answer, now);
            if (answer.Permit is not { } permit)
            {
                return answer;
            }

            _ledger.Expire(BudgetTime.Microseconds(now));
            var own = new OwnPermit(this, ++_ids) { Shared = permit };
            _ledger.AddLease(own.Id, BudgetTime.Microseconds(now + answer.Wait + _limit.LongestRequest + _limit.Window));
            return SharedReservation.Granted(own, answer.Wait, answer.Use);
        }
    }

    private SharedReservation ReserveLocally(RequestPriority priority)
    {
        lock (_gate)
        {
            var (now, until) = (_clock.Now, _lostAt + _limit.Window);
            var permits = now < until ? Math.Min(Share, _leftAtLoss) : Share;
            if (permits < 1)
            {
                return NotYet(until - now);
            }

            var time = BudgetTime.Microseconds(now);
            _ledger.Expire(time);
            _unpaid.RemoveAll(permit => permit.FreeAt <= now);
            var answer = RulesOf(permits).Reserve(_ledger, ++_ids, priority == RequestPriority.Bulk, time);
            var wait = BudgetTime.Of(answer.Wait);
            if (answer.Lease is not { } id)
            {
                return NotYet(wait);
            }

            if (wait > _retry)
            {
                // Whoever sleeps that long does not learn that the engine is back.
                _ledger.RemoveLease(id);
                return NotYet(wait);
            }

            var own = new OwnPermit(this, id);
            _unpaid.Add(own);
            return SharedReservation.Granted(own, wait);
        }
    }

    /// <summary>
    /// How long to take no more than the share, though the engine may have it: others that come back later have not paid yet for what they
    /// sent. Null when that is over.
    /// </summary>
    private TimeSpan? HoldsBack()
    {
        lock (_gate)
        {
            var now = _clock.Now;
            if (_returnedAt is not { } returned || now >= returned + _limit.Window)
            {
                _returnedAt = null;
                return null;
            }

            _ledger.Expire(BudgetTime.Microseconds(now));
            return _ledger.Answered + _ledger.Leased < Share ? null : returned + _limit.Window - now;
        }
    }

    private SharedReservation NotYet(TimeSpan wait) => SharedReservation.NotYet(wait < _retry ? wait : _retry);

    /// <summary>
    /// How many permits the process may count on, and when that was. Others may have been promised those of its own that come free; if all are
    /// busy, each that comes free is.
    /// </summary>
    private (TimeSpan At, long Own) CountOwn()
    {
        lock (_gate)
        {
            var now = _clock.Now;
            _ledger.Expire(BudgetTime.Microseconds(now));
            var promised = ((_ledger.Answered * _promised) + _limit.Permits - 1) / _limit.Permits;
            return (now, _ledger.Answered - promised + _ledger.Leased);
        }
    }

    private void Learn(SharedReservation answer, TimeSpan now)
    {
        _heardAt = now;
        if (answer.Use is not { } use)
        {
            return;
        }

        // What is granted for later is not free, whatever the count says: so it is after a cold start.
        _free = answer.Permit is not null && answer.Wait == TimeSpan.Zero ? Math.Max(use.Permits - use.Taken, 0) : 0;

        _promised = Math.Min(Math.Max(use.Taken - use.Permits, 0), _limit.Permits);

        // An engine that began anew knows of few processes at first, however long it was away.
        if (use.Processes >= Processes || _processes is null || (_failure is null && now - _processesAt > TimeSpan.FromTicks(4 * _limit.Window.Ticks)))
        {
            (_processes, _processesAt) = (Math.Max(use.Processes, 1), now);
        }
    }

    /// <param name="cause">What happened.</param>
    /// <param name="asked">When the question was asked, and how many permits the process could count on: since then it has got none.</param>
    private void Lose(Exception cause, (TimeSpan At, long Own) asked)
    {
        SharedBudgetLost lost;
        lock (_gate)
        {
            _retryAt = _clock.Now + _retry;
            if (_failure is not null)
            {
                _failure = cause;
                return;
            }

            // Half of its part: what others took since the last answer it doesn't know.
            var free = asked.At - _heardAt < _limit.Window ? _free / (2 * Processes) : 0;
            (_failure, _lostAt, _leftAtLoss) = (cause, asked.At, asked.Own + free);
            lost = new SharedBudgetLost(cause, Share, _limit.Permits);
        }

        _observer.Notify(lost);
    }

    private async Task CompleteAsync(OwnPermit permit, bool wasUsed, CancellationToken cancellationToken)
    {
        ISharedPermit? shared;
        var asked = CountOwn();
        lock (_gate)
        {
            (permit.WasUsed, permit.FreeAt) = (wasUsed, _clock.Now + _limit.Window);
            RulesOf(_limit.Permits).Complete(_ledger, permit.Id, wasUsed, BudgetTime.Microseconds(_clock.Now));
            shared = permit.Shared;
            if (shared is null || _failure is not null)
            {
                if (shared is not null)
                {
                    _unreported.Add(permit);
                }
                else if (!wasUsed)
                {
                    _unpaid.Remove(permit);
                }

                return;
            }
        }

        try
        {
            await shared.CompleteAsync(wasUsed, cancellationToken).AsTask().WaitAsync(Patience, _clock.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            lock (_gate)
            {
                _unreported.Add(permit);
            }

            Lose(exception, asked);
        }
    }

    private async Task ReturnAsync()
    {
        Exception? failure = null;
        try
        {
            // Others go on meanwhile, so there may be more to tell afterwards.
            for (var round = 0; round < MostRounds; round++)
            {
                await ReportAsync().ConfigureAwait(false);
                await PayAsync().ConfigureAwait(false);
                if (HasReturned(isLastRound: round == MostRounds - 1) is { } after)
                {
                    _observer.Notify(new SharedBudgetReturned(after));
                    return;
                }
            }
        }
        catch (SharedBudgetMismatchException)
        {
            // It can be asked, and whoever asks is told what doesn't fit.
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        lock (_gate)
        {
            (_failure, _isReturning, _retryAt) = (failure, false, _clock.Now + _retry);
        }
    }

    /// <summary>Ends the loss if all is told.</summary>
    /// <returns>How long it was; null if something is left to tell.</returns>
    private TimeSpan? HasReturned(bool isLastRound)
    {
        lock (_gate)
        {
            if (!isLastRound && (_unreported.Count > 0 || _unpaid.Count > 0))
            {
                return null;
            }

            var now = _clock.Now;
            (_failure, _isReturning, _returnedAt, _processesAt) = (null, false, now, now);
            return now - _lostAt;
        }
    }

    /// <summary>Says what became of permits of which nothing could be said.</summary>
    private async Task ReportAsync()
    {
        while (First(_unreported) is { } permit)
        {
            await permit.Shared!.CompleteAsync(permit.WasUsed!.Value, CancellationToken.None).AsTask().WaitAsync(Patience, _clock.TimeProvider, CancellationToken.None).ConfigureAwait(false);
            lock (_gate)
            {
                _unreported.Remove(permit);
            }
        }
    }

    /// <summary>Takes a permit for each one that was used without, as far as there are any. At least one question is asked.</summary>
    private async Task PayAsync()
    {
        while (true)
        {
            var answer = await AskAsync(RequestPriority.Interactive, CancellationToken.None).ConfigureAwait(false);
            OwnPermit? unpaid;
            bool? wasUsed;
            lock (_gate)
            {
                var now = _clock.Now;
                Learn(answer, now);
                _unpaid.RemoveAll(permit => permit.FreeAt <= now);
                unpaid = answer.Permit is null ? null : _unpaid.FirstOrDefault();
                wasUsed = unpaid?.WasUsed;
                if (unpaid is not null)
                {
                    _unpaid.Remove(unpaid);
                    unpaid.Shared = answer.Permit;
                }
                else if (answer.Permit is null)
                {
                    // All are taken, so there is nothing to pay with.
                    _unpaid.Clear();
                }
            }

            if (answer.Permit is null)
            {
                return;
            }

            if (unpaid is null || wasUsed is not null)
            {
                await answer.Permit.CompleteAsync(wasUsed ?? false, CancellationToken.None).AsTask().WaitAsync(Patience, _clock.TimeProvider, CancellationToken.None).ConfigureAwait(false);
            }

            if (unpaid is null)
            {
                return;
            }
        }
    }

    private OwnPermit? First(List<OwnPermit> permits)
    {
        lock (_gate)
        {
            return permits.FirstOrDefault();
        }
    }

    private sealed class OwnPermit(LocalShareBudget budget, long id) : ISharedPermit
    {
        public long Id => id;

        /// <summary>What it is to the others; null while they don't know of it.</summary>
        public ISharedPermit? Shared { get; set; }

        /// <summary>When it comes free again; null before it was answered.</summary>
        public TimeSpan? FreeAt { get; set; }

        /// <summary>Whether it was used; null before that is known.</summary>
        public bool? WasUsed { get; set; }

        public async ValueTask CompleteAsync(bool wasUsed, CancellationToken cancellationToken) =>
            await budget.CompleteAsync(this, wasUsed, cancellationToken).ConfigureAwait(false);
    }
}
