using SieSmart.Pipeline.Throttling;

namespace FleetDemo.Members;

/// <summary>One of the programs behind the address, and how it calls.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Lane">Who waits for its calls.</param>
/// <param name="Callers">How many go on side by side.</param>
/// <param name="AtOnce">How many calls each of them makes together.</param>
/// <param name="Pause">How long it does something else after them: between this time and twice as long.</param>
internal sealed record Member(string Name, RequestPriority Lane, int Callers, int AtOnce, TimeSpan Pause)
{
    /// <summary>Two people at their portals, a job without end, and a sync that comes in bursts.</summary>
    public static IReadOnlyList<Member> All { get; } =
    [
        new("Anna's portal", RequestPriority.Interactive, Callers: 2, AtOnce: 1, TimeSpan.FromMilliseconds(700)),
        new("Ben's portal", RequestPriority.Interactive, Callers: 2, AtOnce: 1, TimeSpan.FromMilliseconds(700)),
        new("nightly job", RequestPriority.Bulk, Callers: 6, AtOnce: 1, TimeSpan.Zero),
        new("sync", RequestPriority.Bulk, Callers: 1, AtOnce: 8, TimeSpan.FromSeconds(2)),
    ];
}
