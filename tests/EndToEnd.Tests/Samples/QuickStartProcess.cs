using System.Diagnostics;
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
        using var process = new Process
        {
            StartInfo = SampleStart.Of("QuickStart", home.Path, settings.ToDictionary(setting => SettingsPrefix + setting.Key, setting => setting.Value), arguments),
        };
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
}
