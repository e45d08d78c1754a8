namespace NightlySync.Sending;

/// <summary>How a row ended.</summary>
internal enum RowOutcome
{
    /// <summary>It is a proposal now.</summary>
    Created,

    /// <summary>It was a proposal before.</summary>
    CreatedBefore,

    /// <summary>It may be a proposal or not: a person has to look.</summary>
    Unknown,

    /// <summary>The API refused it, now or before.</summary>
    Rejected,

    /// <summary>It changed after it was sent, and was not sent again.</summary>
    Changed,

    /// <summary>A row above it has the same reference.</summary>
    Duplicate,

    /// <summary>It can't be read.</summary>
    Malformed,

    /// <summary>It failed, surely without effect; the next run sends it.</summary>
    NotDone,

    /// <summary>The run was stopped before it was sent; the next run sends it.</summary>
    Stopped,
}
