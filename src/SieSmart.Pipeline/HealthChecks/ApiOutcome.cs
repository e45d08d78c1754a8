namespace SieSmart.Pipeline.HealthChecks;

/// <summary>What an attempt to reach the API showed.</summary>
/// <param name="IsAvailable">Whether the API answered for itself; a gateway's 502, 503 or 504 is none of its answers.</param>
/// <param name="Description">What came back, without anything of the request.</param>
/// <param name="At">The monotonic timestamp.</param>
internal sealed record ApiOutcome(bool IsAvailable, string Description, long At);
