using SieSmart.Pipeline.Throttling;

namespace ThrottleShare;

/// <summary>A limit, a network, and who calls.</summary>
/// <param name="Name">What to call it on the command line.</param>
/// <param name="Permits">How many requests the server allows in a window.</param>
/// <param name="Window">The length of the window.</param>
/// <param name="ArrivalDelay">The longest time that a request is on its way before it counts; each a random part of it.</param>
/// <param name="Priority">The lane that all callers wait in.</param>
/// <param name="Windows">For how many windows to measure.</param>
/// <param name="Required">The share of the limit that must be used, 0 to 1.</param>
internal sealed record Scenario(
    string Name,
    int Permits,
    TimeSpan Window,
    TimeSpan ArrivalDelay,
    RequestPriority Priority,
    int Windows,
    double Required)
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("2s", 100, TimeSpan.FromSeconds(2), TimeSpan.Zero, RequestPriority.Interactive, 10, 0.98),
        new("10s", 100, TimeSpan.FromSeconds(10), TimeSpan.Zero, RequestPriority.Interactive, 4, 0.99),
        new("10s-bulk", 100, TimeSpan.FromSeconds(10), TimeSpan.Zero, RequestPriority.Bulk, 4, 0.89),
        new("60s-delayed", 100, TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(300), RequestPriority.Interactive, 4, 0.98),
    ];

    /// <summary>How many of the permits the lane may have out at once: bulk callers leave a tenth.</summary>
    public int PermitsOfLane => Priority == RequestPriority.Bulk ? Permits - (Permits / 10) : Permits;
}
