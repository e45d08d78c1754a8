using SharedBudgets.Simulation.Chance;
using SharedBudgets.Simulation.Time;
using SieSmart.Pipeline.Sharing.Counting;
using SieSmart.Pipeline.Sharing.Remote;
using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Simulation.Engines;

/// <summary>An engine as one process sees it, over a network: in the place of the classes that speak to Redis, PostgreSQL and SQLite.</summary>
internal sealed class RemoteBudget : ISharedBudget
{
    /// <summary>When the library that speaks to the engine gives up; StackExchange.Redis does by default.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(5);

    private readonly Timeline _timeline;
    private readonly MachineClock _clock;
    private readonly EngineServer _engine;
    private readonly EngineLink _link;
    private readonly Quantiles _way;
    private readonly Dice _dice;
    private readonly long _process;
    private readonly DoubtfulPermits<long> _doubtful;

    /// <param name="timeline">What really happens.</param>
    /// <param name="clock">That of the process: when it stops, no answer reaches anybody.</param>
    /// <param name="engine">Where it is counted.</param>
    /// <param name="link">Whether the way is open.</param>
    /// <param name="way">How long the way takes, there or back.</param>
    /// <param name="dice">Says how long it takes each time.</param>
    public RemoteBudget(Timeline timeline, MachineClock clock, EngineServer engine, EngineLink link, Quantiles way, Dice dice)
    {
        (_timeline, _clock, _engine, _link, _way, _dice) = (timeline, clock, engine, link, way, dice);
        _process = engine.NewProcess();
        _doubtful = new DoubtfulPermits<long>(lease => CompleteAsync(lease, wasUsed: false));
    }

    public async ValueTask<SharedReservation> ReserveAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        var lease = _engine.NewLease();
        SharedReservation answer;
        try
        {
            answer = await CallAsync((rules, ledger, now) => Reserve(rules, ledger, now, lease, priority)).ConfigureAwait(false);
        }
        catch (Exception)
        {
            _doubtful.Add(lease);
            throw;
        }

        _doubtful.GiveBack();
        return answer;
    }

    public async ValueTask PauseAsync(TimeSpan duration, CancellationToken cancellationToken) =>
        await CallAsync((rules, ledger, now) =>
        {
            rules.Pause(ledger, BudgetTime.Microseconds(duration), now);
            return true;
        }).ConfigureAwait(false);

    private Task<bool> CompleteAsync(long lease, bool wasUsed) => CallAsync((rules, ledger, now) =>
    {
        rules.Complete(ledger, lease, wasUsed, now);
        return true;
    });

    private SharedReservation Reserve(BudgetRules rules, IPermitLedger ledger, long now, long lease, RequestPriority priority)
    {
        rules.Agree(ledger, now);
        ledger.Touch(_process, now);
        var answer = rules.Reserve(ledger, lease, priority == RequestPriority.Bulk, now);
        var use = new SharedUse((int)answer.Taken, (int)answer.Permits, ledger.CountProcesses(now - (2 * ledger.Book.Window)));
        var wait = BudgetTime.Of(answer.Wait);
        return answer.Lease is not null ? SharedReservation.Granted(new Permit(this, lease), wait, use) : SharedReservation.NotYet(wait, use);
    }

    private Task<TResult> CallAsync<TResult>(Func<BudgetRules, IPermitLedger, long, TResult> change)
    {
        var outcome = new TaskCompletionSource<TResult>();
        Send(() =>
        {
            if (_engine.IsAway)
            {
                Send(() => Tell(() => outcome.TrySetException(new IOException("The engine refused the connection."))));
                return;
            }

            _engine.Do(change, result => Send(() => Tell(() => outcome.TrySetResult(result))));
        });
        _clock.Plan(LongestCall, () => Tell(() => outcome.TrySetException(new TimeoutException("The engine did not answer."))));
        return outcome.Task;
    }

    private void Send(Action arrives)
    {
        if (!_link.IsCut)
        {
            _timeline.In(_way.Next(_dice), arrives);
        }
    }

    /// <summary>Tells the process, if it is still there. What it sent before it ended arrives all the same.</summary>
    private void Tell(Action happens)
    {
        if (!_clock.IsStopped)
        {
            happens();
        }
    }

    private sealed class Permit(RemoteBudget budget, long lease) : ISharedPermit
    {
        public ValueTask CompleteAsync(bool wasUsed, CancellationToken cancellationToken) => new(budget.CompleteAsync(lease, wasUsed));
    }
}
