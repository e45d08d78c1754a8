using CrmPortal.Editing;

namespace CrmPortal.Conflicts;

/// <summary>One field in both versions, and in the one that they come from.</summary>
public sealed record ComparedField(Field Field, string Seen, string Mine, string Theirs)
{
    public bool Differs => Mine != Theirs;

    public bool ChangedByMe => Mine != Seen;

    public bool ChangedByThem => Theirs != Seen;

    /// <summary>Whose value keeps both changes; null where both changed the field, since then somebody has to decide.</summary>
    public Side? Suggestion => (ChangedByMe, ChangedByThem) switch
    {
        (true, false) => Side.Mine,
        (false, true) => Side.Theirs,
        _ => null,
    };
}
