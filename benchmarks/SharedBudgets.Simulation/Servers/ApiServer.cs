using SharedBudgets.Simulation.Time;
using SieSmart.Sandbox.RateLimiting;

namespace SharedBudgets.Simulation.Servers;

/// <summary>The API behind its one limit for one address. It counts as the sandbox does, with the same code: a refused request counts, too.</summary>
/// <param name="timeline">What really happens.</param>
/// <param name="permits">How many requests it takes in a window.</param>
/// <param name="window">The length of the window.</param>
internal sealed class ApiServer(Timeline timeline, int permits, TimeSpan window)
{
    private readonly SlidingWindow _window = new(permits, window);

    /// <summary>All requests.</summary>
    public List<Arrival> Arrivals { get; } = [];

    /// <summary>Takes a request in.</summary>
    /// <param name="machine">Whose it is; it has no part in the decision.</param>
    /// <returns>Null if it is served; else for how long it wants to be left alone.</returns>
    public TimeSpan? Arrive(int machine)
    {
        var wait = _window.Arrive(DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(timeline.Now));
        var isRefused = wait > TimeSpan.Zero;
        Arrivals.Add(new Arrival(timeline.Now, machine, isRefused));

        // As the header says it: in whole seconds.
        return isRefused ? TimeSpan.FromSeconds((wait.Ticks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond) : null;
    }
}
