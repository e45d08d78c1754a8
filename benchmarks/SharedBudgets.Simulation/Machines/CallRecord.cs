using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Simulation.Machines;

/// <summary>A call that is over.</summary>
/// <param name="Machine">Whose it was.</param>
/// <param name="Lane">Who waited for it.</param>
/// <param name="Called">When it was made, in ticks.</param>
/// <param name="Sent">When its last request was sent, or when it was given up, in ticks.</param>
/// <param name="Outcome">What came of it.</param>
internal sealed record CallRecord(int Machine, RequestPriority Lane, long Called, long Sent, CallOutcome Outcome)
{
    /// <summary>From the call to the request that was served: for a permit, and after refusals.</summary>
    public TimeSpan Wait => TimeSpan.FromTicks(Sent - Called);
}
