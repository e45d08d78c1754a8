namespace NightlySync.Journal;

/// <summary>What happened to a row.</summary>
internal enum JournalEvent
{
    /// <summary>A run began, against the API that the detail names. The one event without a row.</summary>
    Begun,

    /// <summary>The row is about to be sent. Without any other event behind it, its outcome is unknown.</summary>
    Sending,

    /// <summary>It is a proposal.</summary>
    Created,

    /// <summary>The API refused it; nothing was created.</summary>
    Rejected,

    /// <summary>Nothing was created, for a reason that is not the row's; it may be sent again.</summary>
    NotDone,

    /// <summary>It may be a proposal or not; the detail says why nobody knows.</summary>
    Unknown,

    /// <summary>A person looked, and found the proposal.</summary>
    ResolvedAsCreated,

    /// <summary>A person looked, and found none; it may be sent again.</summary>
    ResolvedAsNotCreated,
}
