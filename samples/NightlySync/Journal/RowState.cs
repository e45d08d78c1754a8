namespace NightlySync.Journal;

/// <summary>Where a row stands, after all that the journal says of it.</summary>
internal sealed record RowState(string Reference, RowStatus Status, string? Fingerprint, long? ProposalId, string? Detail, DateTimeOffset Since)
{
    public static RowState New(string reference) => new(reference, RowStatus.Open, null, null, null, default);

    public RowState After(JournalEntry entry) => this with
    {
        Status = entry.Event switch
        {
            // The outcome may be missing for ever: until there is one, the row is in doubt.
            JournalEvent.Sending or JournalEvent.Unknown => RowStatus.Unknown,
            JournalEvent.Created or JournalEvent.ResolvedAsCreated => RowStatus.Created,
            JournalEvent.Rejected => RowStatus.Rejected,
            _ => RowStatus.Open,
        },
        Fingerprint = entry.Fingerprint ?? Fingerprint,
        ProposalId = entry.ProposalId,
        Detail = entry.Detail,
        Since = entry.At,
    };
}
