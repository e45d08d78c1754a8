using System.Diagnostics;
using System.Text;
using EndToEnd.Tests.Fixtures;

namespace EndToEnd.Tests.Samples;

/// <summary>The QuickStart sample as somebody runs it, on a machine that has no credentials of its own.</summary>
internal static class QuickStartProcess
{
    private const string SettingsPrefix = "SieSmart__";

    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(60);

    public static Task<QuickStartRun> RunAsync(params IReadOnlyList<string> arguments) =>
        RunAsync(new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    /// <summary>Runs it with settings, as in <c>ClientId</c>, that come as environment variables.</summary>
    public static async Task<QuickStartRun> RunAsync(IReadOnlyDictionary<string, string> settings, params IReadOnlyList<string> arguments)
    {
        using var home = new TemporaryDirectory();
        using var process = new Process { StartInfo = StartInfo(home.Path, settings, arguments) };
        process.Start();
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(LongestRun);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new QuickStartRun(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static ProcessStartInfo StartInfo(string home, IReadOnlyDictionary<string, string> settings, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", Locations.QuickStart, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };

        // User secrets live below the first two, and whoever runs the tests may have some.
        foreach (var name in new[] { "APPDATA", "HOME", "TEMP", "TMP", "TMPDIR" })
        {
            start.Environment[name] = home;
        }

        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith(SettingsPrefix, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in settings)
        {
            start.Environment[SettingsPrefix + name] = value;
        }

        return start;
    }
}
