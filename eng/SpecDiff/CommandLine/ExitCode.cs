namespace SpecDiff.CommandLine;

/// <summary>What the program tells a script.</summary>
internal static class ExitCode
{
    /// <summary>Nobody has to do anything.</summary>
    public const int Safe = 0;

    /// <summary>There are breaking or dangerous changes.</summary>
    public const int Breaking = 1;

    /// <summary>Nothing was compared.</summary>
    public const int NotCompared = 2;
}
