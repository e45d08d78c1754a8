using SharedBudgets.Simulation.Chance;
using SharedBudgets.Simulation.Engines;
using SharedBudgets.Simulation.Machines;
using SharedBudgets.Simulation.Servers;
using SharedBudgets.Simulation.Time;
using SieSmart.Pipeline.Events;
using SieSmart.Pipeline.Retries;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Simulation.Scenarios;

/// <summary>The machines of a scenario, their engine and the API.</summary>
internal sealed class Fleet
{
    /// <summary>By how many millionths a clock goes too fast or too slow at most.</summary>
    public const int MostDrift = 100;

    private const int QueueLimit = 2 * Scenario.Permits;

    /// <summary>How wrong a clock is at most.</summary>
    public static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(5);

    /// <summary>There or back, within a data centre.</summary>
    public static readonly Quantiles WayToTheEngine = new([(0, TimeSpan.FromMicroseconds(150)), (0.9, TimeSpan.FromMicroseconds(500)), (0.99, TimeSpan.FromMilliseconds(3)), (1, TimeSpan.FromMilliseconds(30))]);

    private static readonly Quantiles NoWay = new([(0, TimeSpan.Zero), (1, TimeSpan.Zero)]);

    private readonly Timeline _timeline = new();
    private readonly SharedBudgetLimit _limit = new("api", Scenario.Permits, Scenario.Window, CallLimits.LongestRequest);
    private readonly Scenario _scenario;
    private readonly Dice _dice;
    private readonly ApiServer _server;
    private readonly List<CallRecord> _calls = [];
    private readonly EngineServer? _engine;
    private readonly List<EngineLink> _links = [];
    private int _processes;

    private Fleet(Scenario scenario, ulong seed)
    {
        (_scenario, _dice) = (scenario, new Dice(seed));
        _server = new ApiServer(_timeline, Scenario.Permits, Scenario.Window);
        _engine = EngineOf(scenario.Way) is { } kind ? new EngineServer(_timeline, kind, _limit, NewClock(_dice.For(0)), _dice.For(1)) : null;
        _links.AddRange(Enumerable.Range(0, scenario.Machines).Select(_ => new EngineLink()));
    }

    /// <summary>Lets everything happen.</summary>
    /// <param name="scenario">What.</param>
    /// <param name="seed">Where chance begins: the same seed, the same outcome.</param>
    public static FleetRecord Run(Scenario scenario, ulong seed)
    {
        var fleet = new Fleet(scenario, seed);
        fleet.Plan();
        fleet._timeline.RunUntil(Scenario.MeasuredUntil);
        return new FleetRecord(scenario, fleet._server.Arrivals, fleet._calls, fleet._engine?.Calls ?? []);
    }

    private static EngineKind? EngineOf(Way way) => way switch
    {
        Way.Sqlite => EngineKind.Sqlite,
        Way.Redis or Way.RedisFailClosed => EngineKind.Redis,
        Way.PostgreSql => EngineKind.PostgreSql,
        _ => null,
    };

    private void Plan()
    {
        _timeline.At(0, () =>
        {
            var machines = Enumerable.Range(0, _scenario.Machines).Select(NewMachine).ToList();
            PlanMishap(machines);
        });
    }

    private void PlanMishap(List<Machine> machines)
    {
        switch (_scenario.Mishap)
        {
            case Mishap.Crashes:
                var dice = _dice.For(2);
                for (var time = Scenario.MeasuredFrom; time < Scenario.MeasuredUntil; time += Scenario.BetweenCrashes)
                {
                    var machine = machines[dice.Next(0, machines.Count - 1)];
                    _timeline.At((time + dice.Next(TimeSpan.Zero, Scenario.BetweenCrashes - Scenario.Downtime - Scenario.Downtime)).Ticks, () => machine.Crash(Scenario.Downtime));
                }

                break;
            case Mishap.EngineKilled:
                _timeline.At(Scenario.AwayFrom.Ticks, () => _engine?.Kill());
                _timeline.At(Scenario.AwayUntil.Ticks, () => _engine?.Start());
                break;
            case Mishap.HalfCutOff:
                foreach (var link in _links.Take(_links.Count / 2))
                {
                    _timeline.At(Scenario.AwayFrom.Ticks, () => link.IsCut = true);
                    _timeline.At(Scenario.AwayUntil.Ticks, () => link.IsCut = false);
                }

                break;
        }
    }

    private Machine NewMachine(int number)
    {
        var dice = _dice.For(10 + number);
        var work = _scenario.Load == Load.Saturated
            ? new MachineWork(Scenario.BusyPeople, 0, BetweenPeople: null)
            : new MachineWork(0, number == 0 ? Scenario.JobCallers : 0, TimeSpan.FromTicks(TimeSpan.TicksPerMinute * _scenario.Machines / Scenario.PeopleInAMinute));
        var (skew, drift) = (dice.Next(-MostSkew, MostSkew), dice.Next(-MostDrift, MostDrift));
        return new Machine(_timeline, number, work, () => NewProcess(number, skew, drift), _calls, dice.For(0));
    }

    private MachineProcess NewProcess(int machine, TimeSpan skew, int drift)
    {
        var dice = _dice.For(1000 + _processes++);
        var clock = new MachineClock(_timeline, skew, drift);
        var network = new ApiNetwork(_timeline, _server, dice.For(0));
        return new MachineProcess(clock, NewSender(machine, clock, dice, () => network.SendAsync(machine, clock)));
    }

    private ISender NewSender(int machine, MachineClock clock, Dice dice, Func<Task<TimeSpan?>> request) => _scenario.Way switch
    {
        Way.Retry => new RetryingSender(_timeline, clock, new RetryDelay(dice.For(1).Next), request),
        Way.Whole => new BudgetedSender(_timeline, new RequestBudget(Scenario.Permits, Scenario.Window, QueueLimit, clock), request),
        Way.Divided => new BudgetedSender(_timeline, new RequestBudget(Math.Max(Scenario.Permits / _scenario.Machines, 1), Scenario.Window, QueueLimit, clock), request),
        _ => new BudgetedSender(_timeline, new RequestBudget(NewSharedBudget(machine, clock, dice.For(2)), QueueLimit, clock), request),
    };

    private ISharedBudget NewSharedBudget(int machine, MachineClock clock, Dice dice)
    {
        var way = _scenario.Way == Way.Sqlite ? NoWay : WayToTheEngine;
        var engine = new RemoteBudget(_timeline, clock, _engine!, _links[machine], way, dice);
        return _scenario.Way == Way.RedisFailClosed ? engine : new LocalShareBudget(engine, _limit, new NoObserver(), clock);
    }

    private MachineClock NewClock(Dice dice) => new(_timeline, dice.Next(-MostSkew, MostSkew), dice.Next(-MostDrift, MostDrift));

    private sealed class NoObserver : IPipelineObserver
    {
        public bool TellsOfPermits => false;

        public void Notify(PipelineEvent happened)
        {
            // What became of it is measured from outside.
        }
    }
}
