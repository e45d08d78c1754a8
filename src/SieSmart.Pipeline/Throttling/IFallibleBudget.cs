namespace SieSmart.Pipeline.Throttling;

/// <summary>A shared budget that goes on by itself while what is shared can't be asked.</summary>
internal interface IFallibleBudget
{
    /// <summary>Why it can't be asked; null while it can.</summary>
    Exception? Failure { get; }

    /// <summary>The window of the limit.</summary>
    TimeSpan Window { get; }
}
