namespace SieSmart.Pipeline.Events;

/// <summary>The shared access token can't be read by this process.</summary>
/// <param name="Reason">Why not, without a word of what was read.</param>
internal sealed record SharedTokenUnreadable(string Reason) : PipelineEvent;
