namespace NightlySync.CommandLine;

/// <summary>What a run is asked to do.</summary>
/// <param name="File">The CSV file; null for a demonstration.</param>
/// <param name="Journal">What was sent and what came of it.</param>
/// <param name="IsJournalNew">Whether to begin the journal.</param>
/// <param name="InFlight">How many rows to send at a time.</param>
internal sealed record Arguments(string? File, string Journal, bool IsJournalNew, int InFlight);
