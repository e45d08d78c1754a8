using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Packages.Tests.Support;

/// <summary>A command as a developer runs it.</summary>
/// <param name="File">The program.</param>
/// <param name="Arguments">What stands behind it.</param>
internal sealed record Command(string File, params IReadOnlyList<string> Arguments)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    // What the test host was started with, or what a git hook sets, must not leak into another project.
    private static readonly string[] LeakingPrefixes = ["MSBUILD", "GIT_", "CustomAfter", "TestResultsRoot", "SieSmart__"];

    /// <summary>The folder that it runs in.</summary>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>Environment variables besides those of this process.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The folder of the .NET that runs the tests.</summary>
    public static string DotNetRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    public static Command DotNet(params IReadOnlyList<string> arguments) =>
        new(System.Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);

    /// <summary>The same in another folder.</summary>
    public Command In(string folder) => this with { Folder = folder };

    /// <summary>Runs it to its end.</summary>
    public async Task<CommandResult> RunAsync()
    {
        using var process = Start();
        using var limit = new CancellationTokenSource(Limit, TimeProvider.System);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var errors = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new CommandResult(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{this}' did not end within {Limit}.", exception);
        }
    }

    /// <summary>Runs it to its end, which must be a good one.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public async Task<string> MustSucceedAsync()
    {
        var result = await RunAsync();
        return result.ExitCode == 0
            ? result.Output
            : throw new InvalidOperationException($"'{this}' failed with {result.ExitCode}:\n{result.Output}");
    }

    /// <summary>Starts it, with its output redirected.</summary>
    public Process Start()
    {
        var start = new ProcessStartInfo(File, Arguments)
        {
            WorkingDirectory = Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(Leaks).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_ROOT"] = DotNetRoot;
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException($"'{File}' could not be started: install it, and see that it is on the PATH.", exception);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', [File, .. Arguments]);

    private static bool Leaks(string name) => LeakingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
