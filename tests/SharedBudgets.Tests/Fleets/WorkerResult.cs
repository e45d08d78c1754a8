namespace SharedBudgets.Tests.Fleets;

/// <summary>What came of a worker's calls.</summary>
/// <param name="Served">How many succeeded.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="Refused">How many answers with 429 it saw.</param>
/// <param name="Longest">The longest call.</param>
internal sealed record WorkerResult(long Served, long Failed, long Refused, TimeSpan Longest);
