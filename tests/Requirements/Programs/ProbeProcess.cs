using System.ComponentModel;
using System.Diagnostics;

namespace Requirements.Programs;

/// <summary>A program that is started only to see whether it runs.</summary>
internal static class ProbeProcess
{
    // Far beyond what any program takes to say its version on a slow, busy machine.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(1);

    /// <summary>Runs it to its end.</summary>
    /// <returns>What it wrote, and null for <paramref name="failure"/>; or why it doesn't run.</returns>
    public static string? Run(string file, IReadOnlyList<string> arguments, string folder, out string? failure, params IReadOnlyList<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(LongestRun) || !Task.WaitAll([output, errors], LongestRun))
            {
                process.Kill(entireProcessTree: true);
                failure = $"it did not end within {LongestRun.TotalSeconds:0} seconds";
                return null;
            }

            failure = process.ExitCode == 0 ? null : $"it ended with {process.ExitCode} ({Said(errors.Result + output.Result)})";
            return failure is null ? output.Result : null;
        }
        catch (Win32Exception exception)
        {
            failure = $"it could not be started ({exception.Message})";
            return null;
        }
    }

    // In one line, and without the stack of a .NET that gave up.
    private static string Said(string output) =>
        string.Join(' ', output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeWhile(line => !line.StartsWith("at ", StringComparison.Ordinal)));
}
