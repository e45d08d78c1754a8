namespace SpecDiff.Findings;

/// <summary>What a change does to callers.</summary>
internal enum Severity
{
    /// <summary>Code does not compile any more, or clients that are out there can't work any more.</summary>
    Breaking,

    /// <summary>All compiles, but something means something else, or a protection is gone.</summary>
    Dangerous,

    /// <summary>Nobody has to do anything.</summary>
    Safe,
}
