namespace NightlySync.Running;

/// <summary>How a run ended.</summary>
internal sealed class RunResult
{
    /// <summary>What the process ends with; <see cref="NightlySync.ExitCode"/> says what it means.</summary>
    public int ExitCode { get; set; } = NightlySync.ExitCode.CouldNotRun;
}
