using SharedBudgets.Simulation.Time;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;

namespace SharedBudgets.Simulation.Machines;

/// <summary>Sends with a permit of the product's budget, whatever stands behind that, and repeats what was refused as its RetryHandler does.</summary>
/// <param name="timeline">What really happens.</param>
/// <param name="budget">The process's budget.</param>
/// <param name="request">Sends a request; gives null, or for how long the server wants to be left alone.</param>
internal sealed class BudgetedSender(Timeline timeline, RequestBudget budget, Func<Task<TimeSpan?>> request) : ISender
{
    public async Task<(CallOutcome Outcome, long Sent)> SendAsync(RequestPriority lane)
    {
        var started = timeline.Now;
        for (var repetition = 0; ; repetition++)
        {
            RequestPermit permit;
            try
            {
                permit = await budget.AcquireAsync(lane, CallLimits.QueueTimeout).ConfigureAwait(false);
            }
            catch (RateLimitExceededException)
            {
                return (CallOutcome.NotSent, timeline.Now);
            }

            var sent = timeline.Now;
            if (await request().ConfigureAwait(false) is not { } retryAfter)
            {
                permit.Dispose();
                return (CallOutcome.Served, sent);
            }

            permit.ReturnRefused(retryAfter);
            if (repetition == CallLimits.MaxRetries || retryAfter > CallLimits.QueueTimeout || timeline.Now + retryAfter.Ticks >= started + CallLimits.TotalTimeout.Ticks)
            {
                return (CallOutcome.Refused, sent);
            }
        }
    }
}
