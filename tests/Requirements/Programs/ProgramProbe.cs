namespace Requirements.Programs;

/// <summary>Looks for a program by its name.</summary>
internal static class ProgramProbe
{
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Looks on the PATH, and sees whether it says its version.</summary>
    /// <param name="name">What it is called, without an extension.</param>
    public static Finding FindOnPath(string name)
    {
        var file = OperatingSystem.IsWindows() ? $"{name}.exe" : name;
        var path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, file))
            .FirstOrDefault(IsProgram);
        if (path is null)
        {
            return Finding.Missing($"there is no {file} on the PATH.");
        }

        ProbeProcess.Run(path, ["--version"], Path.GetTempPath(), out var failure);
        return failure is null ? Finding.At(path) : Finding.Missing($"{path} does not run: {failure}.");
    }

    /// <summary>Whether there is a file that may be run.</summary>
    /// <param name="path">The file.</param>
    public static bool IsProgram(string path) => File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Execute) != UnixFileMode.None);

    /// <summary>Looks for the shell that each POSIX system has.</summary>
    public static Finding FindPosixShell() =>
        OperatingSystem.IsWindows() ? Finding.Missing("this is Windows.") : Finding.At("/bin/sh");
}
