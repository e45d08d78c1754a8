namespace SieSmart.Pipeline.Events;

/// <summary>An access token came that another process has fetched.</summary>
/// <param name="Duration">How long that took.</param>
internal sealed record SharedTokenTaken(TimeSpan Duration) : PipelineEvent;
