namespace NightlySync.Journal;

/// <summary>What the journal knows of a row.</summary>
internal enum RowStatus
{
    /// <summary>It is no proposal, and may be sent.</summary>
    Open,

    /// <summary>It was sent, and what came of it is not known: a person has to look.</summary>
    Unknown,

    /// <summary>It is a proposal.</summary>
    Created,

    /// <summary>The API refused it as it is.</summary>
    Rejected,
}
