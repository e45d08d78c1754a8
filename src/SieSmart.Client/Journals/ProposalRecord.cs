using SieSmart.Client.Journals;

namespace SieSmart.Client;

/// <summary>Where a key stands, after all that the journal says of it.</summary>
/// <param name="Key">What your own system calls it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Fingerprint">What was sent last, as a hash; <see cref="ProposalJournalFile.FingerprintOf"/> makes one. Null if nothing was.</param>
/// <param name="ProposalId">The proposal that it is; null unless the state is <see cref="ProposalRecordState.Created"/>.</param>
/// <param name="Detail">Why, in a sentence; null if there is nothing to say.</param>
/// <param name="Since">When that was noted.</param>
public sealed record ProposalRecord(string Key, ProposalRecordState State, string? Fingerprint, ProposalId? ProposalId, string? Detail, DateTimeOffset Since)
{
    internal static ProposalRecord New(string key) => new(key, ProposalRecordState.Open, null, null, null, default);

    internal ProposalRecord After(JournalLine line) => this with
    {
        State = line.Event switch
        {
            // The outcome may be missing for ever: until there is one, the key is in doubt.
            JournalEvent.Sending or JournalEvent.Unknown => ProposalRecordState.InDoubt,
            JournalEvent.Created or JournalEvent.ResolvedAsCreated => ProposalRecordState.Created,
            JournalEvent.Rejected => ProposalRecordState.Rejected,
            _ => ProposalRecordState.Open,
        },
        Fingerprint = line.Fingerprint ?? Fingerprint,
        ProposalId = line.ProposalId is { } id ? new ProposalId(id) : null,
        Detail = line.Detail,
        Since = line.At,
    };
}
