using SharedBudgets.Simulation.Chance;
using SharedBudgets.Simulation.Time;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Sharing.Counting;

namespace SharedBudgets.Simulation.Engines;

/// <summary>The one place where permits are counted, by the product's rules and a clock of its own. It does one thing at a time.</summary>
internal sealed class EngineServer
{
    private readonly Timeline _timeline;
    private readonly SharedBudgetLimit _limit;
    private readonly BudgetRules _rules;
    private readonly MachineClock _clock;
    private readonly Quantiles _times;
    private readonly Dice _dice;
    private InMemoryLedger _ledger = new();
    private long _busyUntil;
    private long _ids;

    /// <param name="timeline">What really happens.</param>
    /// <param name="kind">Which engine it is, by which it takes its time.</param>
    /// <param name="limit">What it counts.</param>
    /// <param name="clock">Its clock.</param>
    /// <param name="dice">Says how long it takes each time.</param>
    public EngineServer(Timeline timeline, EngineKind kind, SharedBudgetLimit limit, MachineClock clock, Dice dice)
    {
        (_timeline, _limit, _clock, _times, _dice) = (timeline, limit, clock, EngineTimes.Of(kind), dice);
        _rules = new BudgetRules(limit.Permits, BudgetTime.Microseconds(limit.Window), BudgetTime.Microseconds(limit.LongestRequest));
        Start();
    }

    /// <summary>When it was asked or told something.</summary>
    public List<long> Calls { get; } = [];

    public bool IsAway { get; private set; }

    /// <summary>Starts with nothing known: so Redis and PostgreSQL do after a crash.</summary>
    public void Start()
    {
        IsAway = false;
        _ledger = new InMemoryLedger();
        _rules.StartCold(_ledger, Now());
    }

    /// <summary>Ends without a word, and forgets all.</summary>
    public void Kill() => IsAway = true;

    public long NewProcess() => ++_ids;

    /// <summary>Does something when it is its turn.</summary>
    /// <param name="change">What to do.</param>
    /// <param name="reply">Told when it is done. Not if the engine ends before.</param>
    public void Do<TResult>(Func<BudgetRules, IPermitLedger, long, TResult> change, Action<TResult> reply)
    {
        Calls.Add(_timeline.Now);
        _busyUntil = Math.Max(_busyUntil, _timeline.Now) + _times.Next(_dice).Ticks;
        var ledger = _ledger;
        _timeline.At(_busyUntil, () =>
        {
            if (!IsAway && ledger == _ledger)
            {
                reply(change(_rules, _ledger, Math.Max(Now(), _ledger.Book.Last)));
            }
        });
    }

    public long NewLease() => ++_ids;

    public SharedBudgetLimit Limit => _limit;

    private long Now() => BudgetTime.Microseconds(_clock.GetElapsedTime(0));
}
