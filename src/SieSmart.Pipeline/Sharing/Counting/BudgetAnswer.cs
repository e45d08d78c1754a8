namespace SieSmart.Pipeline.Sharing.Counting;

/// <summary>What the rules say to a question.</summary>
/// <param name="Lease">The permit's id; null for none.</param>
/// <param name="Wait">How long to wait for its start or for the next question, in microseconds.</param>
/// <param name="Taken">How many permits are taken after it.</param>
/// <param name="Permits">How many there are now.</param>
internal sealed record BudgetAnswer(long? Lease, long Wait, long Taken, long Permits);
