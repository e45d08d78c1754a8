using System.Globalization;

namespace Requirements.Programs;

/// <summary>Looks for the programs of a PostgreSQL server, which Debian keeps off the PATH.</summary>
internal static class PostgreSqlProbe
{
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>Looks for a folder with both the server and what makes its directory.</summary>
    public static Finding Find()
    {
        if (OperatingSystem.IsWindows())
        {
            return Finding.Missing("it is not looked for on Windows.");
        }

        var path = Folders().FirstOrDefault(folder => ProgramProbe.IsProgram(Path.Combine(folder, "initdb")) && ProgramProbe.IsProgram(Path.Combine(folder, "postgres")));
        if (path is null)
        {
            return Finding.Missing($"there is no initdb with a postgres beside it on the PATH or below {DebianFolder}.");
        }

        ProbeProcess.Run(Path.Combine(path, "postgres"), ["--version"], Path.GetTempPath(), out var failure);
        return failure is null ? Finding.At(path) : Finding.Missing($"{path}/postgres does not run: {failure}.");
    }

    private static IEnumerable<string> Folders()
    {
        var newest = Directory.Exists(DebianFolder)
            ? Directory.GetDirectories(DebianFolder).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return [.. newest, .. (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)];
    }
}
