namespace SieSmart.Pipeline.Events;

/// <summary>The shared budget can be asked again.</summary>
/// <param name="After">How long it could not.</param>
internal sealed record SharedBudgetReturned(TimeSpan After) : PipelineEvent;
