namespace SieSmart.Pipeline.Events;

/// <summary>The access token can be shared again.</summary>
/// <param name="After">How long it could not.</param>
internal sealed record SharedTokenReturned(TimeSpan After) : PipelineEvent;
