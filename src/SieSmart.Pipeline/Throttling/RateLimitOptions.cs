namespace SieSmart.Pipeline;

/// <summary>How many requests an API allows in a sliding window.</summary>
public sealed class RateLimitOptions
{
    /// <summary>
    /// How many requests may be sent in any <see cref="Window"/>, at least 1. Required. All clients of the process that call one host share
    /// them; where they differ, the smallest number holds for as long as its client is in use.
    /// </summary>
    public int Permits { get; set; }

    /// <summary>The length of the window, more than zero and at most a day; 1 minute by default.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How many requests may wait for their turn at a time, 0 or more; null (the default) for two windows' worth of what may be sent now.
    /// Beyond it a caller is told so rather than kept waiting. The clients of one host share the queue, too, and the smallest number holds.
    /// </summary>
    public int? QueueLimit { get; set; }

    /// <summary>The limit in words.</summary>
    public override string ToString() => FormattableString.Invariant($"{Permits} in {Window}");
}
