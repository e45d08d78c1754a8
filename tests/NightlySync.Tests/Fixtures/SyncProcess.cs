using System.Diagnostics;
using System.Globalization;
using Requirements;

namespace NightlySync.Tests.Fixtures;

/// <summary>The sample as a scheduler starts it. Killed with the test, if it still runs.</summary>
internal sealed class SyncProcess : IDisposable
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(90);

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

    public static SyncProcess Start(string home, IReadOnlyDictionary<string, string> settings, IEnumerable<string> arguments) =>
        new(SampleStart.Of("NightlySync", home, settings, arguments));

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
        // The shell's own command: not every machine has a program of that name.
        var shell = MachineRequirements.PosixSystem.PathOrSkip();
        using var kill = Process.Start(shell, ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {_process.Id}")]);
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
