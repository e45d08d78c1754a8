namespace SieSmart.Analyzers.Flow.Evaluation;

/// <summary>How much work one member is worth. What needs more is generated, or nobody's idea of a program; silence costs less than the time.</summary>
internal sealed class WorkBudget
{
    /// <summary>The largest value that is remembered; what is made of more is taken for unknown.</summary>
    public const int MaxValueSize = 200;

    /// <summary>The most blocks that a function may have.</summary>
    public const int MaxBlocks = 2_000;

    /// <summary>How often a block is looked at, until what is known of it must no longer change.</summary>
    public const int MaxVisits = 50;

    /// <summary>How deep an expression may be; each level takes a piece of the stack.</summary>
    public const int MaxDepth = 400;

    /// <summary>How far calls of functions in functions are followed.</summary>
    public const int MaxCalls = 8;

    private int _left = 3_000_000;

    /// <summary>Whether there is nothing left.</summary>
    public bool IsSpent => _left <= 0;

    /// <summary>Notes that work was done.</summary>
    public void Spend(int work) => _left = Math.Max(0, _left - work);

    /// <summary>Notes that what is left would not do.</summary>
    public void Exhaust() => _left = 0;
}
