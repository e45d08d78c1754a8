namespace NightlySync.Sending;

/// <summary>How a row ended, and why.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Detail">Why, or null if there is nothing to say.</param>
internal sealed record RowResult(RowOutcome Outcome, string? Detail = null)
{
    /// <summary>Whether it failed just now, for a reason that is not the row's.</summary>
    public bool IsFailureOfRun { get; init; }

    /// <summary>Whether the run can't go on.</summary>
    public bool EndsRun { get; init; }
}
