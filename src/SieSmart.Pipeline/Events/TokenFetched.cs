namespace SieSmart.Pipeline.Events;

/// <summary>A new access token came.</summary>
/// <param name="Duration">How long that took.</param>
internal sealed record TokenFetched(TimeSpan Duration) : PipelineEvent;
