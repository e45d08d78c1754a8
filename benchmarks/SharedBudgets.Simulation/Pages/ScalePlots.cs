using System.Globalization;
using SharedBudgets.Simulation.Drawing;
using SharedBudgets.Simulation.Measuring;
using SharedBudgets.Simulation.Scenarios;

namespace SharedBudgets.Simulation.Pages;

/// <summary>The plots of the page, by the names of their files.</summary>
internal static class ScalePlots
{
    private const string Below = "machines behind one address";
    private const double Percent = 100;

    private static readonly Way[] Counting = [Way.Sqlite, Way.Redis, Way.PostgreSql];

    public static IReadOnlyDictionary<string, string> Draw(Results results) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["scale-use.svg"] = Bars("How much of the limit is used while all have more to send", new Axis("% of 100 requests a minute", 100, 20), Results.Ways, way => machines =>
            Percent * results[new Scenario(machines, way, Load.Saturated)].Use),
        ["scale-refused.svg"] = Bars("How many requests are refused: people at all machines, a job at one", new Axis("% of the requests answered with 429", 100, 20), Results.Ways, way => machines =>
            Percent * results[new Scenario(machines, way, Load.Mixed)].RefusedPart),
        ["scale-waits.svg"] = Bars("What 95 % of people's calls wait at most, beside a job (×: none was served)", new Axis("seconds", 150, 30), Results.Ways, way => machines =>
            results[new Scenario(machines, way, Load.Mixed)].People is { Calls: > 0 } people ? people.Most.TotalSeconds : null),
        ["scale-job-waits.svg"] = Bars("What half of the job's calls wait at most (×: none was served)", new Axis("seconds", 150, 30), Results.Ways, way => machines =>
            results[new Scenario(machines, way, Load.Mixed)].Jobs is { Calls: > 0 } jobs ? jobs.Half.TotalSeconds : null),
        ["scale-fairness.svg"] = Bars("What the machine with the least gets while all have more to send (×: nobody gets anything)", new Axis("% of an equal share", 100, 20), Results.Ways, way => machines =>
            Percent * results[new Scenario(machines, way, Load.Saturated)].Least),
        ["scale-engine.svg"] = Bars("How often an engine is asked or told something, people and a job", new Axis("calls a second", 6, 1), Counting, way => machines =>
            results[new Scenario(machines, way, Load.Mixed)].EngineCallsInASecond),
        ["scale-away.svg"] = Away(results, machines: 20),
    };

    private static string Bars(string title, Axis axis, IReadOnlyList<Way> ways, Func<Way, Func<int, double?>> count) => new BarChart(
        title,
        axis,
        [.. Results.Machines.Select(machines => machines.ToString(CultureInfo.InvariantCulture))],
        Below,
        [.. ways.Select(way => (Words.NameOf(way), (IReadOnlyList<double?>)[.. Results.Machines.Select(count(way))]))]).Draw();

    private static string Away(Results results, int machines) => new LineChart(
        string.Create(CultureInfo.InvariantCulture, $"The engine is away for {(Scenario.AwayUntil - Scenario.AwayFrom).TotalMinutes} minutes: {machines} machines, all with more to send"),
        new Axis("requests served in a minute", 120, 20),
        (Scenario.AwayFrom.TotalMinutes, Scenario.AwayUntil.TotalMinutes),
        "away",
        "minutes",
        [
            ("killed, local share", Served(results, new Scenario(machines, Way.Redis, Load.Saturated, Mishap.EngineKilled))),
            ("killed, fail closed", Served(results, new Scenario(machines, Way.RedisFailClosed, Load.Saturated, Mishap.EngineKilled))),
            ("half cut off, local share", Served(results, new Scenario(machines, Way.Redis, Load.Saturated, Mishap.HalfCutOff))),
            ("half cut off, fail closed", Served(results, new Scenario(machines, Way.RedisFailClosed, Load.Saturated, Mishap.HalfCutOff))),
        ]).Draw();

    private static IReadOnlyList<double> Served(Results results, Scenario scenario) => [.. results.MinutesOf(scenario).Select(minute => (double)minute.Served)];
}
