namespace Requirements;

/// <summary>The line that installs something, on each system.</summary>
/// <param name="Linux">On Debian and what derives from it.</param>
/// <param name="Windows">On Windows.</param>
/// <param name="MacOS">On macOS.</param>
public sealed record InstallInstructions(string Linux, string Windows, string MacOS)
{
    /// <summary>The line for the system that the tests run on.</summary>
    public string Here => OperatingSystem.IsWindows() ? Windows : OperatingSystem.IsMacOS() ? MacOS : Linux;

    /// <summary>One line for all systems.</summary>
    /// <param name="line">The line.</param>
    public static InstallInstructions Everywhere(string line) => new(line, line, line);
}
