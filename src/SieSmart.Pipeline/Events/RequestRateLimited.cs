namespace SieSmart.Pipeline.Events;

/// <summary>The API refused a request that had a permit.</summary>
/// <param name="RetryAfter">How long it asks to wait; null if it doesn't say.</param>
internal sealed record RequestRateLimited(TimeSpan? RetryAfter) : PipelineEvent;
