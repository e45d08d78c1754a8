using SieSmart.Client.Journals;

namespace SieSmart.Client;

/// <summary>Where a key stands, after all that the journal says of it. Immutable.</summary>
public sealed class ProposalRecord
{
    private ProposalRecord(string key, ProposalRecordState state, string? fingerprint, ProposalId? proposalId, string? detail, DateTimeOffset since)
    {
        Key = key;
        State = state;
        Fingerprint = fingerprint;
        ProposalId = proposalId;
        Detail = detail;
        Since = since;
    }

    /// <summary>What your own system calls it.</summary>
    public string Key { get; }

    /// <summary>Where it stands.</summary>
    public ProposalRecordState State { get; }

    /// <summary>What was sent last, as a hash; <see cref="ProposalJournalFile.FingerprintOf"/> makes one. Null if nothing was.</summary>
    public string? Fingerprint { get; }

    /// <summary>The proposal that it is; null unless <see cref="State"/> is <see cref="ProposalRecordState.Created"/>.</summary>
    public ProposalId? ProposalId { get; }

    /// <summary>Why, in a sentence; null if there is nothing to say.</summary>
    public string? Detail { get; }

    /// <summary>When that was noted.</summary>
    public DateTimeOffset Since { get; }

    internal static ProposalRecord New(string key) => new(key, ProposalRecordState.Open, null, null, null, default);

    internal ProposalRecord After(JournalLine line) => new(
        Key,
        line.Event switch
        {
            // The outcome may be missing for ever: until there is one, the key is in doubt.
            JournalEvent.Sending or JournalEvent.Unknown => ProposalRecordState.InDoubt,
            JournalEvent.Created or JournalEvent.ResolvedAsCreated => ProposalRecordState.Created,
            JournalEvent.Rejected => ProposalRecordState.Rejected,
            _ => ProposalRecordState.Open,
        },
        line.Fingerprint ?? Fingerprint,
        line.ProposalId is { } id ? new ProposalId(id) : null,
        line.Detail,
        line.At);
}
