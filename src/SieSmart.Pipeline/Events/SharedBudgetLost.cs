namespace SieSmart.Pipeline.Events;

/// <summary>The shared budget can't be asked any more, and the process goes on with its share.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Share">How many permits that is, in each window after the first.</param>
/// <param name="Permits">How many there are for all.</param>
internal sealed record SharedBudgetLost(Exception Cause, int Share, int Permits) : PipelineEvent;
