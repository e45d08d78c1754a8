namespace NightlySync;

/// <summary>What the scheduler that started the run is told.</summary>
internal static class ExitCode
{
    /// <summary>Every row of the file is a proposal now, and no row is in doubt.</summary>
    public const int AllCreated = 0;

    /// <summary>It could not run, or gave up. What it did before is in the journal.</summary>
    public const int CouldNotRun = 1;

    /// <summary>It ran, but not every row is a proposal: the report says which, and why.</summary>
    public const int RowsLeft = 2;
}
