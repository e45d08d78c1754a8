namespace SieSmart.Pipeline.Events;

/// <summary>The access token can't be shared any more, and the process fetches its own.</summary>
/// <param name="Cause">Why. What fails knows no secret.</param>
internal sealed record SharedTokenLost(Exception Cause) : PipelineEvent;
