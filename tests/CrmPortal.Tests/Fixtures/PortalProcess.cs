using System.Diagnostics;
using System.Text;
using Requirements;

namespace CrmPortal.Tests.Fixtures;

/// <summary>The portal as somebody runs it, on a machine that has no credentials of its own.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private const string AddressPrefix = "The portal is at ";
    private const string SettingsPrefix = "SieSmart__";

    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private PortalProcess(Process process) => _process = process;

    /// <summary>What it has written so far, its log included.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Where it listens, without a slash at its end.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Starts it on a free port, and waits until it takes requests.</summary>
    /// <param name="dataDirectory">Where it keeps its table.</param>
    /// <param name="settings">Its section SieSmart; none for a sandbox of its own.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<PortalProcess> StartAsync(string dataDirectory, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var start = SampleStart.Of(
            "CrmPortal",
            dataDirectory,
            settings.ToDictionary(setting => SettingsPrefix + setting.Key, setting => setting.Value),
            "--urls",
            "http://127.0.0.1:0",
            $"--Portal:DataDirectory={dataDirectory}");

        // With the cultures of this machine, if it has any: without them .NET starts only if it is told so.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = MachineRequirements.Cultures.Path is null ? "1" : "0";
        var portal = new PortalProcess(new Process { StartInfo = start });
        try
        {
            await portal.WaitUntilItListensAsync(cancellationToken);
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task WaitUntilItListensAsync(CancellationToken cancellationToken)
    {
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The portal ended before it was up: {Output}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await address.Task.WaitAsync(LongestStart, cancellationToken);

        void Note(string? line)
        {
            lock (_output)
            {
                _output.AppendLine(line);
            }

            if (line?.StartsWith(AddressPrefix, StringComparison.Ordinal) == true)
            {
                address.TrySetResult(line[AddressPrefix.Length..]);
            }
        }
    }
}
