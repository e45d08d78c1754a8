namespace SieSmart.Client;

/// <summary>What a <see cref="ProposalJournalFile"/> knows of a key.</summary>
public enum ProposalRecordState
{
    /// <summary>It is no proposal, and may be sent.</summary>
    Open,

    /// <summary>It was sent, and what came of it is not known: a person has to look.</summary>
    InDoubt,

    /// <summary>It is a proposal.</summary>
    Created,

    /// <summary>SieSmart refused it as it is. Put right, it may be sent.</summary>
    Rejected,
}
