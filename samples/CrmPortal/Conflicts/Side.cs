namespace CrmPortal.Conflicts;

/// <summary>Whose value is to be saved.</summary>
public enum Side
{
    Theirs,

    Mine,
}
