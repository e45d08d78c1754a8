namespace SieSmart.Pipeline.Sharing.Counting;

/// <summary>What a shared budget remembers beside its permits. Times are in microseconds of the budget's clock; 0 is long ago.</summary>
internal sealed class BudgetBook
{
    public long Permits { get; set; }

    public long Window { get; set; }

    /// <summary>The last time that was seen: no later one is before it.</summary>
    public long Last { get; set; }

    /// <summary>Until when nothing is free, because what was sent before is not known.</summary>
    public long ColdUntil { get; set; }

    public long PausedUntil { get; set; }

    /// <summary>How many permits there were after the last refusal; 0 if there are all of them.</summary>
    public long Lowered { get; set; }

    /// <summary>From when on the number rises again.</summary>
    public long RisesFrom { get; set; }

    /// <summary>Before when no further permit starts, while the number is lowered.</summary>
    public long SpacedUntil { get; set; }

    /// <summary>Until when an interactive caller is known to wait.</summary>
    public long InteractiveUntil { get; set; }

    /// <summary>Until when a bulk caller is known to wait.</summary>
    public long BulkUntil { get; set; }

    /// <summary>How many interactive callers went first while bulk ones waited.</summary>
    public long Turns { get; set; }
}
