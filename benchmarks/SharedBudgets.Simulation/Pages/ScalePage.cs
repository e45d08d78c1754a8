using System.Globalization;
using SharedBudgets.Simulation.Chance;
using SharedBudgets.Simulation.Engines;
using SharedBudgets.Simulation.Measuring;
using SharedBudgets.Simulation.Scenarios;
using SharedBudgets.Simulation.Servers;

namespace SharedBudgets.Simulation.Pages;

/// <summary>The page <c>docs/scale.md</c> and its drawings, as files below the folder of pages.</summary>
internal static class ScalePage
{
    private const int Seeds = 5;

    private static readonly Way[] Engines = [Way.Redis, Way.PostgreSql];

    /// <param name="results">What came of the simulation.</param>
    /// <param name="seed">Where chance began.</param>
    /// <returns>The files by their paths.</returns>
    public static IReadOnlyDictionary<string, string> Make(Results results, ulong seed)
    {
        var files = ScalePlots.Draw(results).ToDictionary(plot => $"images/{plot.Key}", plot => plot.Value, StringComparer.Ordinal);
        files["scale.md"] = PageTemplate.Fill(ReadTemplate(), Values(results, seed));
        return files;
    }

    private static Dictionary<string, string> Values(Results results, ulong seed) => new(StringComparer.Ordinal)
    {
        ["table-busy"] = ScaleTables.Busy(results).ToString(),
        ["table-mixed"] = ScaleTables.Mixed(results).ToString(),
        ["table-crashes"] = ScaleTables.Crashes(results).ToString(),
        ["table-away-mixed"] = ScaleTables.AwayMixed(results).ToString(),
        ["table-away"] = ScaleTables.Away(results).ToString(),
        ["table-expect"] = Expectations(results).ToString(),
        ["table-modelled"] = Models().ToString(),
        ["difference-of-engines"] = Words.Number(100 * Results.Machines.Max(machines => Math.Abs(
            results[new Scenario(machines, Way.Redis, Load.Mixed)].Use - results[new Scenario(machines, Way.PostgreSql, Load.Mixed)].Use))),
        ["most-engine-calls"] = Words.Number(Results.Scenarios.Max(scenario => results[scenario].EngineCallsInASecond ?? 0)),
        ["refused-with-engine"] = Words.Whole((
            from scenario in Results.Scenarios
            where scenario.Mishap is Mishap.None or Mishap.Crashes && Results.Ways.Take(3).Contains(scenario.Way)
            select results[scenario].Refused).Sum()),
        ["whole-use-2"] = Words.Percent(results[new Scenario(2, Way.Whole, Load.Mixed)].Use),
        ["whole-use-20"] = Words.Percent(results[new Scenario(20, Way.Whole, Load.Mixed)].Use),
        ["divided-use"] = Words.Range(UseOf(results, Way.Divided), Words.Percent),
        ["divided-crash-refused"] = Words.Whole(Results.Machines.Sum(machines => results[new Scenario(machines, Way.Divided, Load.Mixed, Mishap.Crashes)].Refused)),
        ["retry-use"] = Words.Range(UseOf(results, Way.Retry), Words.Percent),
        ["away-use"] = Words.Range(AwayUse(results, Way.Redis), Words.Percent),
        ["closed-use"] = Words.Range(AwayUse(results, Way.RedisFailClosed), Words.Percent),
        ["away-refused"] = Words.Range(RefusedWhileAway(results, Mishap.EngineKilled), Words.Percent),
        ["cut-refused"] = Words.Range(RefusedWhileAway(results, Mishap.HalfCutOff), Words.Percent),
        ["seeds-redis"] = Words.Range(UseWithSeeds(new Scenario(5, Way.Redis, Load.Mixed), seed), Words.Percent),
        ["seeds-whole"] = Words.Range(UseWithSeeds(new Scenario(5, Way.Whole, Load.Mixed), seed), Words.Percent),
        ["minutes"] = Minutes(Scenario.MeasuredUntil - Scenario.MeasuredFrom),
        ["minutes-before"] = Minutes(Scenario.MeasuredFrom),
        ["away-minutes"] = Minutes(Scenario.AwayUntil - Scenario.AwayFrom),
        ["people-in-a-minute"] = Words.Whole(Scenario.PeopleInAMinute),
        ["job-callers"] = Words.Whole(Scenario.JobCallers),
        ["busy-people"] = Words.Whole(Scenario.BusyPeople),
        ["downtime"] = Scenario.Downtime.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        ["skew"] = Minutes(Fleet.MostSkew),
        ["drift"] = Words.Whole(Fleet.MostDrift),
        ["scenarios"] = Words.Whole(Results.Scenarios.Count()),
        ["seeds"] = Words.Whole(Seeds),
        ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>What a shared budget comes to, whichever of the two engines for machines it is.</summary>
    private static Table Expectations(Results results) => new(
        ["machines", "all busy: used", "429s", "each gets, of an equal share", "a job beside people: used", "half of the people wait", "95 % wait at most", "a call of the job waits (half of them)"],
        Results.Machines.Select(machines =>
        {
            var busy = Engines.Select(way => results[new Scenario(machines, way, Load.Saturated)]).ToList();
            var mixed = Engines.Select(way => results[new Scenario(machines, way, Load.Mixed)]).ToList();
            return (IReadOnlyList<string>)
            [
                Words.Whole(machines),
                Words.Range([.. busy.Select(figures => figures.Use)], Words.Percent),
                Words.Whole(busy.Concat(mixed).Sum(figures => figures.Refused)),
                Words.Times(busy.Min(figures => figures.Least), busy.Max(figures => figures.Most)),
                Words.Range([.. mixed.Select(figures => figures.Use)], Words.Percent),
                $"{Words.Range([.. mixed.Select(figures => figures.People.Half.TotalSeconds)], Words.Number)} s",
                $"{Words.Range([.. mixed.Select(figures => figures.People.Most.TotalSeconds)], Words.Number)} s",
                $"{Words.Range([.. mixed.Select(figures => figures.Jobs.Half.TotalSeconds)], Words.Number)} s",
            ];
        }));

    private static Table Models() => new(
        ["", "half of them", "90 %", "99 %", "at most", "from"],
        [
            Model("SQLite, a question or a report", EngineTimes.Of(EngineKind.Sqlite), "measured by `EngineTimesTests`"),
            Model("Redis, the same", EngineTimes.Of(EngineKind.Redis), "measured by `EngineTimesTests`"),
            Model("PostgreSQL, the same", EngineTimes.Of(EngineKind.PostgreSql), "measured by `EngineTimesTests`"),
            Model("between machine and engine, one way", Fleet.WayToTheEngine, "assumed: one data centre"),
            Model("between machine and API, one way", ApiNetwork.Way, "assumed: the internet"),
            Model("the API's work", ApiNetwork.Work, "assumed"),
        ]);

    private static IReadOnlyList<string> Model(string what, Quantiles times, string source) =>
        [what, Milliseconds(times, 0.5), Milliseconds(times, 0.9), Milliseconds(times, 0.99), Milliseconds(times, 1), source];

    private static string Milliseconds(Quantiles times, double part) =>
        string.Create(CultureInfo.InvariantCulture, $"{times.At(part).TotalMilliseconds:0.##} ms");

    private static string Minutes(TimeSpan time) => time.TotalMinutes.ToString(CultureInfo.InvariantCulture);

    private static List<double> UseOf(Results results, Way way) =>
        [.. Results.Machines.Select(machines => results[new Scenario(machines, way, Load.Mixed)].Use)];

    /// <summary>The same scenario with chances of other kinds.</summary>
    private static List<double> UseWithSeeds(Scenario scenario, ulong seed) =>
        [.. Enumerable.Range(0, Seeds).Select(other => Figures.Of(Fleet.Run(scenario, seed + (ulong)other)).Use)];

    private static List<double> AwayUse(Results results, Way way) =>
        [.. Results.Machines.Select(machines => AwayPhases.Of(results.MinutesOf(new Scenario(machines, way, Load.Saturated, Mishap.EngineKilled))).Away)];

    private static List<double> RefusedWhileAway(Results results, Mishap mishap) =>
    [
        .. from machines in Results.Machines
           from load in Enum.GetValues<Load>()
           select results[new Scenario(machines, Way.Redis, load, mishap)].RefusedPart,
    ];

    private static string ReadTemplate()
    {
        using var stream = typeof(ScalePage).Assembly.GetManifestResourceStream("scale.template.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
