namespace SieSmart.Pipeline.Events;

/// <summary>A request got its permit.</summary>
/// <param name="Lane">The name of the lane that it waited in.</param>
/// <param name="Wait">How long it waited.</param>
internal sealed record PermitGranted(string Lane, TimeSpan Wait) : PipelineEvent;
