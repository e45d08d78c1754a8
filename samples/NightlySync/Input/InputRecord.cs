namespace NightlySync.Input;

/// <summary>A record of the file: a row, or what is wrong with it.</summary>
/// <param name="Line">The line that it begins in; the header is line 1.</param>
/// <param name="Row">The row, or null if it is malformed.</param>
/// <param name="Problem">What is wrong, or null.</param>
internal sealed record InputRecord(long Line, Row? Row, string? Problem)
{
    /// <summary>Whether a record above it has the same reference.</summary>
    public bool IsDuplicate { get; init; }

    public static InputRecord Malformed(long line, string problem) => new(line, null, problem);
}
