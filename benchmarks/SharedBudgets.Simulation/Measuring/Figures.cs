using SharedBudgets.Simulation.Scenarios;
using SharedBudgets.Simulation.Servers;
using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Simulation.Measuring;

/// <summary>What a scenario comes to, in numbers.</summary>
/// <param name="Use">How much of the limit was used for requests that were served, 0 to 1.</param>
/// <param name="Requests">How many requests the API saw.</param>
/// <param name="Refused">How many of them it refused.</param>
/// <param name="MostInAWindow">How many came in the fullest window, those refused included.</param>
/// <param name="Jain">Jain's index of what machines were served: 1 if all got the same, 1/n if one got everything; null if nobody got anything.</param>
/// <param name="Least">What the machine with the least got, as a part of an equal share.</param>
/// <param name="Most">What the machine with the most got, as a part of an equal share.</param>
/// <param name="People">How long people waited.</param>
/// <param name="Jobs">How long jobs waited.</param>
/// <param name="EngineCallsInASecond">How often the engine was asked or told something; null without one.</param>
internal sealed record Figures(
    double Use,
    int Requests,
    int Refused,
    int MostInAWindow,
    double? Jain,
    double? Least,
    double? Most,
    Waits People,
    Waits Jobs,
    double? EngineCallsInASecond)
{
    private static readonly double Minutes = (Scenario.MeasuredUntil - Scenario.MeasuredFrom).TotalMinutes;

    /// <summary>The part of the requests that was refused, 0 to 1.</summary>
    public double RefusedPart => Requests == 0 ? 0 : (double)Refused / Requests;

    public double RefusedInAMinute => Refused / Minutes;

    public static Figures Of(FleetRecord record)
    {
        var measured = record.Arrivals.Where(arrival => arrival.Time >= Scenario.MeasuredFrom.Ticks).ToList();
        var calls = record.Calls.Where(call => call.Called >= Scenario.MeasuredFrom.Ticks).ToList();
        var served = Enumerable.Range(0, record.Scenario.Machines).Select(_ => 0.0).ToArray();
        foreach (var arrival in measured.Where(arrival => !arrival.IsRefused))
        {
            served[arrival.Machine]++;
        }

        var (sum, squares) = (served.Sum(), served.Sum(one => one * one));
        var equal = sum / served.Length;
        return new Figures(
            sum / (Scenario.Permits * Minutes),
            measured.Count,
            measured.Count(arrival => arrival.IsRefused),
            FullestWindow(record.Arrivals),
            sum > 0 ? sum * sum / (served.Length * squares) : null,
            sum > 0 ? served.Min() / equal : null,
            sum > 0 ? served.Max() / equal : null,
            Waits.Of(calls.Where(call => call.Lane == RequestPriority.Interactive)),
            Waits.Of(calls.Where(call => call.Lane == RequestPriority.Bulk)),
            record.EngineCalls.Count == 0 ? null : record.EngineCalls.Count(call => call >= Scenario.MeasuredFrom.Ticks) / (Minutes * 60));
    }

    private static int FullestWindow(IReadOnlyList<Arrival> arrivals)
    {
        var (most, first) = (0, 0);
        for (var last = 0; last < arrivals.Count; last++)
        {
            while (arrivals[last].Time - arrivals[first].Time >= Scenario.Window.Ticks)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
