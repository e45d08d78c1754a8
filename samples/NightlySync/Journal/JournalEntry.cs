namespace NightlySync.Journal;

/// <summary>A line of the journal.</summary>
/// <param name="At">When it was written.</param>
/// <param name="Event">What happened.</param>
/// <param name="Reference">To which row.</param>
/// <param name="Fingerprint">What the row said when it was sent, as a hash.</param>
/// <param name="ProposalId">The proposal that it is now.</param>
/// <param name="Detail">Why.</param>
internal sealed record JournalEntry(
    DateTimeOffset At,
    JournalEvent Event,
    string? Reference = null,
    string? Fingerprint = null,
    long? ProposalId = null,
    string? Detail = null);
