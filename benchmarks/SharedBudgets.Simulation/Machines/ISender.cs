using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Simulation.Machines;

/// <summary>How a process makes its calls.</summary>
internal interface ISender
{
    /// <returns>What came of it, and when the last request was sent, in ticks.</returns>
    Task<(CallOutcome Outcome, long Sent)> SendAsync(RequestPriority lane);
}
