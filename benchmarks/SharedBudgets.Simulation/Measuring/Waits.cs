using SharedBudgets.Simulation.Machines;

namespace SharedBudgets.Simulation.Measuring;

/// <summary>How long the calls of a lane waited.</summary>
/// <param name="Calls">How many calls were served.</param>
/// <param name="Failed">How many were not.</param>
/// <param name="Half">What half of those that were served waited at most.</param>
/// <param name="Most">The same for 95 %.</param>
/// <param name="NearlyAll">The same for 99 %.</param>
internal sealed record Waits(int Calls, int Failed, TimeSpan Half, TimeSpan Most, TimeSpan NearlyAll)
{
    public double FailedPart => Calls + Failed == 0 ? 0 : (double)Failed / (Calls + Failed);

    public static Waits Of(IEnumerable<CallRecord> calls)
    {
        var all = calls.ToList();
        var waits = all.Where(call => call.Outcome == CallOutcome.Served).Select(call => call.Wait).Order().ToList();
        return new Waits(waits.Count, all.Count - waits.Count, At(waits, 50), At(waits, 95), At(waits, 99));
    }

    private static TimeSpan At(List<TimeSpan> waits, int percent) =>
        waits.Count == 0 ? TimeSpan.Zero : waits[Math.Max(((waits.Count * percent) + 99) / 100, 1) - 1];
}
