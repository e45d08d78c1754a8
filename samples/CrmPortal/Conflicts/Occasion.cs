namespace CrmPortal.Conflicts;

/// <summary>Why two versions are shown side by side.</summary>
public enum Occasion
{
    /// <summary>SieSmart refused the write: somebody else was first.</summary>
    Refusal,

    /// <summary>The answer to a write was lost, and the person wants to see what is there.</summary>
    Doubt,
}
