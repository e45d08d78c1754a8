using System.Net;

namespace SieSmart.Sandbox.RateLimiting;

/// <summary>What an address has used of its window.</summary>
/// <param name="Address">The address.</param>
/// <param name="Count">How many of its requests are within the window, as many as it permits at most.</param>
/// <param name="NextFree">When the oldest of them leaves it, from now.</param>
internal sealed record WindowUse(IPAddress Address, int Count, TimeSpan NextFree);
