using SharedBudgets.Simulation.Chance;
using SharedBudgets.Simulation.Time;

namespace SharedBudgets.Simulation.Servers;

/// <summary>The way of one machine to the API and back, and the time that the API takes.</summary>
/// <param name="timeline">What really happens.</param>
/// <param name="server">The API.</param>
/// <param name="dice">Says how long it takes each time.</param>
internal sealed class ApiNetwork(Timeline timeline, ApiServer server, Dice dice)
{
    /// <summary>One way: of a hundred requests, one takes a third of a second.</summary>
    public static readonly Quantiles Way = new([(0, TimeSpan.FromMilliseconds(8)), (0.5, TimeSpan.FromMilliseconds(15)), (0.9, TimeSpan.FromMilliseconds(40)), (0.99, TimeSpan.FromMilliseconds(120)), (1, TimeSpan.FromMilliseconds(300))]);

    /// <summary>How long the API takes for an answer.</summary>
    public static readonly Quantiles Work = new([(0, TimeSpan.FromMilliseconds(20)), (0.5, TimeSpan.FromMilliseconds(60)), (0.9, TimeSpan.FromMilliseconds(150)), (0.99, TimeSpan.FromMilliseconds(600)), (1, TimeSpan.FromMilliseconds(2000))]);

    /// <summary>Sends a request.</summary>
    /// <param name="machine">Whose it is.</param>
    /// <param name="clock">That of the process: when it stops, no answer reaches anybody.</param>
    /// <returns>Null if it was served; else for how long the API wants to be left alone.</returns>
    public Task<TimeSpan?> SendAsync(int machine, MachineClock clock)
    {
        var answer = new TaskCompletionSource<TimeSpan?>();
        timeline.In(Way.Next(dice), () =>
        {
            var retryAfter = server.Arrive(machine);
            var work = retryAfter is null ? Work.Next(dice) : TimeSpan.Zero;
            timeline.In(work + Way.Next(dice), () =>
            {
                if (!clock.IsStopped)
                {
                    answer.SetResult(retryAfter);
                }
            });
        });
        return answer.Task;
    }
}
