using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SharedBudgets.Tests.Servers;

/// <summary>A server of a machine's own, on a free loopback port, with a directory that goes away with it.</summary>
internal sealed class ServerProcess : IDisposable
{
    // Far beyond what any of them takes on a slow, busy machine.
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly ProcessStartInfo _start;
    private Process? _process;

    /// <param name="program">The program.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="directory">Its directory, deleted with it.</param>
    /// <param name="port">The port that it listens on.</param>
    public ServerProcess(string program, IEnumerable<string> arguments, DirectoryInfo directory, int port)
    {
        (Directory, Port) = (directory, port);
        _start = new ProcessStartInfo(program, arguments) { WorkingDirectory = directory.FullName, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
    }

    public DirectoryInfo Directory { get; }

    public int Port { get; }

    /// <summary>A port that nobody has now.</summary>
    public static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Runs a program to its end.</summary>
    public static void Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(LongestStart))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within {LongestStart.TotalSeconds} s.");
        }

        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output.Result}{errors.Result}");
        }
    }

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <param name="answers">Whether it does; throws while it does not.</param>
    public async Task StartAsync(Func<Task> answers)
    {
        _process = Process.Start(_start)!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                await answers();
                return;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                if (_process.HasExited || TimeProvider.System.GetElapsedTime(started) > LongestStart)
                {
                    throw new InvalidOperationException($"{_start.FileName} does not answer on port {Port}{(_process.HasExited ? $", it ended with {_process.ExitCode}" : "")}.", exception);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }
    }

    /// <summary>Ends it at once, as a power cut does.</summary>
    public void Kill()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(LongestStart);
        }

        _process?.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        Kill();
        Directory.Delete(recursive: true);
    }
}
