namespace CrmPortal.Book;

/// <summary>What the portal knows of a proposal that it asked for.</summary>
public enum EntryState
{
    /// <summary>The request is on its way.</summary>
    Sending,

    /// <summary>The proposal is there, and its number is known.</summary>
    Created,

    /// <summary>It may be there or not: somebody has to look. The request is never sent again.</summary>
    Unknown,

    /// <summary>SieSmart has given its number to another proposal, so it was removed there.</summary>
    Gone,
}
