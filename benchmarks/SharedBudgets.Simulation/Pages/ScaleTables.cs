using SharedBudgets.Simulation.Measuring;
using SharedBudgets.Simulation.Scenarios;

namespace SharedBudgets.Simulation.Pages;

/// <summary>The tables of the page.</summary>
internal static class ScaleTables
{
    private static readonly string[] Who = ["machines", "way"];
    private static readonly (Mishap Mishap, Way Way, string Name)[] Aways =
    [
        (Mishap.EngineKilled, Way.Redis, "engine killed, local share"),
        (Mishap.EngineKilled, Way.RedisFailClosed, "engine killed, fail closed"),
        (Mishap.HalfCutOff, Way.Redis, "half cut off, local share"),
        (Mishap.HalfCutOff, Way.RedisFailClosed, "half cut off, fail closed"),
    ];

    public static Table Busy(Results results) => new(
        [.. Who, "used", "429s a minute", "of all requests", "most in a window", "Jain's index", "least to most, of an equal share", "engine calls a second"],
        Each(results, Load.Saturated, Mishap.None, static figures =>
        [
            Words.Percent(figures.Use),
            Words.Number(figures.RefusedInAMinute),
            Words.Percent(figures.RefusedPart),
            Words.Whole(figures.MostInAWindow),
            Words.Fraction(figures.Jain),
            Words.Times(figures.Least, figures.Most),
            Words.Rate(figures.EngineCallsInASecond),
        ]));

    public static Table Mixed(Results results) => new(
        [.. Who, "used", "429s a minute", "people wait, 50 / 95 / 99 %", "in vain", "jobs wait, 50 / 95 / 99 %", "in vain", "calls of the job a minute", "engine calls a second"],
        Each(results, Load.Mixed, Mishap.None, static figures =>
        [
            Words.Percent(figures.Use),
            Words.Number(figures.RefusedInAMinute),
            Words.WaitsOf(figures.People),
            Words.Percent(figures.People.FailedPart),
            Words.WaitsOf(figures.Jobs),
            Words.Percent(figures.Jobs.FailedPart),
            Words.Number(figures.Jobs.Calls / (Scenario.MeasuredUntil - Scenario.MeasuredFrom).TotalMinutes),
            Words.Rate(figures.EngineCallsInASecond),
        ]));

    public static Table Crashes(Results results) => new(
        [.. Who, "used", "429s a minute", "most in a window", "people wait, 50 / 95 / 99 %", "in vain"],
        Each(results, Load.Mixed, Mishap.Crashes, static figures =>
        [
            Words.Percent(figures.Use),
            Words.Number(figures.RefusedInAMinute),
            Words.Whole(figures.MostInAWindow),
            Words.WaitsOf(figures.People),
            Words.Percent(figures.People.FailedPart),
        ]));

    public static Table Away(Results results) => new(
        ["machines", "what happens", "used before", "while away", "in the two minutes after", "then", "429s in all", "most in a window"],
        from machines in Results.Machines
        from away in Aways
        let scenario = new Scenario(machines, away.Way, Load.Saturated, away.Mishap)
        let phases = AwayPhases.Of(results.MinutesOf(scenario))
        select (IReadOnlyList<string>)
        [
            Words.Whole(machines),
            away.Name,
            Words.Percent(phases.Before),
            Words.Percent(phases.Away),
            Words.Percent(phases.Returning),
            Words.Percent(phases.After),
            Words.Whole(results[scenario].Refused),
            Words.Whole(results[scenario].MostInAWindow),
        ]);

    public static Table AwayMixed(Results results) => new(
        ["machines", "what happens", "used while away", "429s in all", "most in a window", "people wait, 50 / 95 / 99 %", "in vain"],
        from machines in Results.Machines
        from away in Aways
        let scenario = new Scenario(machines, away.Way, Load.Mixed, away.Mishap)
        let figures = results[scenario]
        select (IReadOnlyList<string>)
        [
            Words.Whole(machines),
            away.Name,
            Words.Percent(AwayPhases.Of(results.MinutesOf(scenario)).Away),
            Words.Whole(figures.Refused),
            Words.Whole(figures.MostInAWindow),
            Words.WaitsOf(figures.People),
            Words.Percent(figures.People.FailedPart),
        ]);

    private static IEnumerable<IReadOnlyList<string>> Each(Results results, Load load, Mishap mishap, Func<Figures, IEnumerable<string>> say) =>
        from machines in Results.Machines
        from way in Results.Ways
        select (IReadOnlyList<string>)[Words.Whole(machines), Words.NameOf(way), .. say(results[new Scenario(machines, way, load, mishap)])];
}
