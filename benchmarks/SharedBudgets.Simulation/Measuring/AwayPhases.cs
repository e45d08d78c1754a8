using SharedBudgets.Simulation.Scenarios;

namespace SharedBudgets.Simulation.Measuring;

/// <summary>How much of the limit was used, 0 to 1, from before an engine was away to after it.</summary>
/// <param name="Before">While it was there.</param>
/// <param name="Away">While it was not.</param>
/// <param name="Returning">In the two minutes after it came back: one window in which it lets nobody through, and one in which all keep to their shares.</param>
/// <param name="After">From then on.</param>
internal sealed record AwayPhases(double Before, double Away, double Returning, double After)
{
    private const int MinutesOfReturning = 2;

    public static AwayPhases Of(IReadOnlyList<Minute> minutes)
    {
        var (first, from, until) = (Minutes(Scenario.MeasuredFrom), Minutes(Scenario.AwayFrom), Minutes(Scenario.AwayUntil));
        return new AwayPhases(
            Use(minutes, first, from),
            Use(minutes, from, until),
            Use(minutes, until, until + MinutesOfReturning),
            Use(minutes, until + MinutesOfReturning, minutes.Count));
    }

    private static int Minutes(TimeSpan time) => (int)time.TotalMinutes;

    private static double Use(IReadOnlyList<Minute> minutes, int from, int until) =>
        minutes.Skip(from).Take(until - from).Average(minute => minute.Served) / Scenario.Permits;
}
