namespace SieSmart.Pipeline.Events;

/// <summary>A request begins to wait for its permit, and will for a while.</summary>
/// <param name="Lane">The name of the lane that it waits in.</param>
/// <param name="Expected">How long at the least, as far as is known.</param>
/// <param name="Ahead">How many are served before it.</param>
internal sealed record PermitAwaited(string Lane, TimeSpan Expected, int Ahead) : PipelineEvent;
