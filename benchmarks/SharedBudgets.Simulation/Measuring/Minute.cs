using SharedBudgets.Simulation.Scenarios;

namespace SharedBudgets.Simulation.Measuring;

/// <summary>What the API saw in a minute.</summary>
/// <param name="Served">How many requests it served.</param>
/// <param name="Refused">How many it refused.</param>
internal readonly record struct Minute(int Served, int Refused)
{
    /// <summary>Each minute from the beginning.</summary>
    public static IReadOnlyList<Minute> Of(FleetRecord record)
    {
        var minutes = new Minute[(int)Scenario.MeasuredUntil.TotalMinutes];
        foreach (var arrival in record.Arrivals.Where(arrival => arrival.Time < Scenario.MeasuredUntil.Ticks))
        {
            ref var minute = ref minutes[arrival.Time / TimeSpan.TicksPerMinute];
            minute = arrival.IsRefused ? minute with { Refused = minute.Refused + 1 } : minute with { Served = minute.Served + 1 };
        }

        return minutes;
    }
}
