using Requirements.Programs;

namespace Requirements.Chromium;

/// <summary>Looks for a browser that runs.</summary>
internal static class ChromiumProbe
{
    public static Finding Find(ChromiumPlaces places)
    {
        var broken = new List<string>();
        foreach (var path in places.Candidates().Distinct(StringComparer.Ordinal).Where(ProgramProbe.IsProgram))
        {
            if (Failure(path) is not { } failure)
            {
                return Finding.At(path);
            }

            broken.Add($"{path} does not run: {failure}.");
        }

        return Finding.Missing(broken.Count > 0 ? string.Join(' ', broken) : places.Description);
    }

    // On Linux what is called chromium may be a script that only tells how to install it. On Windows --version opens a window.
    private static string? Failure(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var output = ProbeProcess.Run(path, ["--version"], Path.GetTempPath(), out var failure);
        return failure ?? (output!.Any(char.IsAsciiDigit) ? null : "it does not say its version");
    }
}
