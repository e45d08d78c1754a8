namespace SieSmart.Client.Journals;

/// <summary>What happened to a key.</summary>
internal enum JournalEvent
{
    /// <summary>A run began, against the API that the detail names. The one event without a key.</summary>
    Begun,

    /// <summary>It is about to be sent. Without any other event behind it, its outcome is unknown.</summary>
    Sending,

    /// <summary>It is a proposal.</summary>
    Created,

    /// <summary>The API refused it; nothing was created.</summary>
    Rejected,

    /// <summary>Nothing was created, for a reason that is not its own; it may be sent again.</summary>
    NotDone,

    /// <summary>It may be a proposal or not; the detail says why nobody knows.</summary>
    Unknown,

    /// <summary>A person looked, and found the proposal.</summary>
    ResolvedAsCreated,

    /// <summary>A person looked, and found none; it may be sent again.</summary>
    ResolvedAsNotCreated,
}
