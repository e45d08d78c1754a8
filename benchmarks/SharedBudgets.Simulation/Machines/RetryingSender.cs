using SharedBudgets.Simulation.Time;
using SieSmart.Pipeline.Retries;
using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Simulation.Machines;

/// <summary>Sends at once, and again after a refusal: after what Retry-After says, but at least a growing time, in part by chance. What most programs do.</summary>
/// <param name="timeline">What really happens.</param>
/// <param name="clock">That of the process.</param>
/// <param name="delay">The growing time.</param>
/// <param name="request">Sends a request; gives null, or for how long the server wants to be left alone.</param>
internal sealed class RetryingSender(Timeline timeline, MachineClock clock, RetryDelay delay, Func<Task<TimeSpan?>> request) : ISender
{
    public async Task<(CallOutcome Outcome, long Sent)> SendAsync(RequestPriority lane)
    {
        var started = timeline.Now;
        for (var repetition = 0; ; repetition++)
        {
            var sent = timeline.Now;
            if (await request().ConfigureAwait(false) is not { } retryAfter)
            {
                return (CallOutcome.Served, sent);
            }

            var own = delay.Before(repetition);
            var wait = retryAfter > own ? retryAfter : own;
            if (repetition == CallLimits.MaxRetries || timeline.Now + wait.Ticks >= started + CallLimits.TotalTimeout.Ticks)
            {
                return (CallOutcome.Refused, sent);
            }

            await Task.Delay(wait, clock).ConfigureAwait(false);
        }
    }
}
