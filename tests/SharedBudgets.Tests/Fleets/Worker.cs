using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Requirements.Programs;

namespace SharedBudgets.Tests.Fleets;

/// <summary>A process of a fleet.</summary>
internal sealed class Worker : IDisposable
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(90);

    private readonly Process _process;

    private Worker(Process process) => _process = process;

    /// <summary>Starts it, and waits until it has made its first call.</summary>
    public static async Task<Worker> StartAsync(params IEnumerable<string> arguments)
    {
        var assembly = typeof(Worker).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Worker").Value!;
        var start = new ProcessStartInfo(DotNetHost.Path, [assembly, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var worker = new Worker(Process.Start(start)!);
        worker._process.ErrorDataReceived += (_, line) => worker.Errors += line.Data is { } text ? text + "\n" : "";
        worker._process.BeginErrorReadLine();
        Assert.Equal("READY", await worker.ReadAsync());
        return worker;
    }

    /// <summary>What it complained of.</summary>
    public string Errors { get; private set; } = "";

    /// <summary>How often it lost sight of the engine.</summary>
    public int Losses => Errors.Split('\n').Count(line => line == "LOST");

    public void Go() => Tell();

    /// <summary>Stops it.</summary>
    /// <returns>What came of its calls.</returns>
    public async Task<WorkerResult> StopAsync()
    {
        Tell();
        var words = (await ReadAsync() ?? "").Split(' ');
        Assert.True(words is ["RESULT", ..], $"The worker ended without a word: {Errors}");
        var numbers = words[1..].Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToList();
        return new WorkerResult(numbers[0], numbers[1], numbers[2], TimeSpan.FromMilliseconds(numbers[3]));
    }

    /// <summary>Ends it at once, without a word: what kill -9 does.</summary>
    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Tell()
    {
        _process.StandardInput.WriteLine("next");
        _process.StandardInput.Flush();
    }

    private async Task<string?> ReadAsync() => await _process.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(LongestAnswer, TimeProvider.System);
}
