using NightlySync.Sending;

namespace NightlySync.Running;

/// <summary>A row that somebody should look at.</summary>
internal sealed record RowNote(long Line, string? Reference, RowOutcome Outcome, string? Detail);
