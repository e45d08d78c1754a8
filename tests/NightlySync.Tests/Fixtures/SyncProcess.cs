using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace NightlySync.Tests.Fixtures;

/// <summary>The sample as a scheduler starts it. Killed with the test, if it still runs.</summary>
internal sealed class SyncProcess : IDisposable
{
    private const string SettingsPrefix = "SieSmart__";

    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(90);
    private static readonly string Sample =
        typeof(SyncProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "NightlySync").Value!;

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private SyncProcess(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _output = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _errors = _process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    /// <summary>Starts it on a machine that has no credentials of its own.</summary>
    public static SyncProcess Start(string home, IReadOnlyDictionary<string, string> settings, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", Sample, .. arguments])
        {
            WorkingDirectory = home,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
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

        return new SyncProcess(start);
    }

    public async Task<SyncRun> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(LongestRun);
        await _process.WaitForExitAsync(limit.Token);
        return new SyncRun(_process.ExitCode, await _output, await _errors);
    }

    /// <summary>SIGKILL: nothing of it runs any more.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await EndAsync();
    }

    /// <summary>SIGTERM, as from a service manager.</summary>
    public async Task TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
