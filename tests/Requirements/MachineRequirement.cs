using Requirements.Reporting;
using Xunit;

namespace Requirements;

/// <summary>Something that some tests need and the .NET SDK doesn't bring.</summary>
/// <param name="name">What it is called.</param>
/// <param name="leftOut">What is not tested without it, as the end of "Without it, …".</param>
/// <param name="install">How to get it.</param>
/// <param name="probe">Looks for it. It is asked once in a process.</param>
public sealed class MachineRequirement(string name, string leftOut, InstallInstructions install, Func<Finding> probe)
{
    private readonly Lazy<Finding> _finding = new(probe);

    /// <summary>What it is called.</summary>
    public string Name => name;

    /// <summary>How to get it.</summary>
    public InstallInstructions Install => install;

    /// <summary>Where it is; null if this machine doesn't have it.</summary>
    public string? Path => _finding.Value.Path;

    /// <summary>What is missing, what is therefore not tested, and how to change that.</summary>
    public string Message => $"{name} is missing: {_finding.Value.Reason} Without it, {leftOut}. Install it: {install.Here}";

    internal LeftOutReport Report { private get; init; } = LeftOutReport.ForTheBuild();

    /// <summary>Skips the test that asks, if this machine doesn't have it.</summary>
    /// <returns>Where it is.</returns>
    public string PathOrSkip()
    {
        if (Path is { } path)
        {
            return path;
        }

        Report.Note(this);
        Assert.Skip(Message);
        return string.Empty;
    }
}
