namespace SieSmart.Pipeline.Events;

/// <summary>Options were changed at run time, and the old ones stay in use.</summary>
/// <param name="Client">The client's name; empty for the unnamed one.</param>
/// <param name="Reason">Why.</param>
internal sealed record OptionsRefused(string Client, string Reason) : PipelineEvent;
