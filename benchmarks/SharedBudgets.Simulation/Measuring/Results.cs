using SharedBudgets.Simulation.Scenarios;

namespace SharedBudgets.Simulation.Measuring;

/// <summary>All scenarios and what came of them.</summary>
internal sealed class Results
{
    private static readonly Way[] CompareTo = [Way.Sqlite, Way.Redis, Way.PostgreSql, Way.Divided, Way.Whole, Way.Retry];
    private static readonly Way[] WhileAway = [Way.Redis, Way.RedisFailClosed];

    private readonly Dictionary<Scenario, (Figures Figures, IReadOnlyList<Minute> Minutes)> _results;

    private Results(Dictionary<Scenario, (Figures, IReadOnlyList<Minute>)> results) => _results = results;

    /// <summary>How many machines there are, from scenario to scenario.</summary>
    public static IReadOnlyList<int> Machines { get; } = [2, 5, 20, 100];

    /// <summary>What is compared where the engine is there.</summary>
    public static IReadOnlyList<Way> Ways => CompareTo;

    /// <summary>All that is simulated.</summary>
    public static IEnumerable<Scenario> Scenarios =>
        from machines in Machines
        from scenario in ScenariosOf(machines)
        select scenario;

    public Figures this[Scenario scenario] => _results[scenario].Figures;

    /// <param name="seed">Where chance begins.</param>
    public static Results Run(ulong seed) => new(Scenarios.ToDictionary(scenario => scenario, scenario =>
    {
        var record = Fleet.Run(scenario, seed);
        return (Figures.Of(record), Minute.Of(record));
    }));

    /// <summary>What the API saw in each minute from the beginning.</summary>
    public IReadOnlyList<Minute> MinutesOf(Scenario scenario) => _results[scenario].Minutes;

    private static IEnumerable<Scenario> ScenariosOf(int machines) =>
    [
        .. CompareTo.Select(way => new Scenario(machines, way, Load.Saturated)),
        .. CompareTo.Select(way => new Scenario(machines, way, Load.Mixed)),
        .. CompareTo.Select(way => new Scenario(machines, way, Load.Mixed, Mishap.Crashes)),
        .. WhileAway.Select(way => new Scenario(machines, way, Load.Saturated, Mishap.EngineKilled)),
        .. WhileAway.Select(way => new Scenario(machines, way, Load.Saturated, Mishap.HalfCutOff)),
        .. WhileAway.Select(way => new Scenario(machines, way, Load.Mixed, Mishap.EngineKilled)),
        .. WhileAway.Select(way => new Scenario(machines, way, Load.Mixed, Mishap.HalfCutOff)),
    ];
}
