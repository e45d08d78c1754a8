using System.Diagnostics;
using FleetDemo.CommandLine;
using FleetDemo.Members;
using FleetDemo.Problems;
using FleetDemo.Reports;
using FleetDemo.Working;

namespace FleetDemo.Running;

/// <summary>One of the four processes, seen from outside. It ends with this one, whatever ends this one: then its input does.</summary>
internal sealed class MemberProcess : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(10);

    private readonly Process _process;
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _listening;
    private readonly Task<string> _errors;
    private volatile Reading _latest = Reading.None;

    private MemberProcess(Member member, Process process)
    {
        (Member, _process) = (member, process);
        _errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        _listening = ListenAsync();
    }

    public Member Member { get; }

    /// <summary>What it said last.</summary>
    public Reading Latest => _latest;

    public static MemberProcess Start(WorkSettings settings, string secret)
    {
        var program = Environment.ProcessPath!;

        // Started by dotnet, this program is but its first argument.
        var isHosted = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(program, [.. isHosted ? [typeof(MemberProcess).Assembly.Location] : Array.Empty<string>(), .. settings.ToArguments()])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Worker.SecretVariable] = secret;
        return new MemberProcess(Member.All[settings.Member], Process.Start(start)!);
    }

    /// <summary>Waits until it can begin.</summary>
    /// <exception cref="FleetDemoException">It ended instead, or takes too long.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _ready.Task.WaitAsync(LongestStart, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new FleetDemoException($"The process of {Member.Name} did not get ready within {LongestStart.TotalSeconds:0} s. Try again when the machine is less busy.");
        }
    }

    public void Begin() => Tell();

    /// <summary>Has it stop.</summary>
    /// <returns>How it stood at last.</returns>
    /// <exception cref="FleetDemoException">It ended by itself before, or doesn't end.</exception>
    public async Task<Reading> StopAsync(CancellationToken cancellationToken)
    {
        Tell();
        try
        {
            await _listening.WaitAsync(LongestEnd, TimeProvider.System, cancellationToken);
            await _process.WaitForExitAsync(cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new FleetDemoException($"The process of {Member.Name} did not stop within {LongestEnd.TotalSeconds:0} s, and was killed.");
        }

        return _process.ExitCode == 0 ? _latest : throw await EndedAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task ListenAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            if (line == Worker.Ready)
            {
                _ready.TrySetResult();
            }
            else if (Reading.Parse(line) is { } reading)
            {
                _latest = reading;
            }
        }

        if (!_ready.Task.IsCompleted)
        {
            _ready.TrySetException(await EndedAsync());
        }
    }

    private async Task<FleetDemoException> EndedAsync() => new($"The process of {Member.Name} ended by itself. It said: {(await _errors).Trim()}");

    private void Tell()
    {
        try
        {
            _process.StandardInput.WriteLine();
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It is not there any more, which its exit code tells.
        }
    }
}
