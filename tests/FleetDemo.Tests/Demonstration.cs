using System.Diagnostics;
using System.Globalization;
using Requirements;

namespace FleetDemo.Tests;

/// <summary>The sample as somebody runs it whose output goes to a file. Killed with the test, if it still runs.</summary>
internal sealed class Demonstration : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(50);

    private readonly TemporaryDirectory _home = new();
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private Demonstration(IEnumerable<string> arguments)
    {
        _process = Process.Start(SampleStart.Of("FleetDemo", _home.Path, new Dictionary<string, string>(StringComparer.Ordinal), arguments))!;
        _output = _process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _errors = _process.StandardError.ReadToEndAsync(CancellationToken.None);
    }

    public int Id => _process.Id;

    /// <summary>What the sample left in the folder for temporary files.</summary>
    public IEnumerable<string> Leftovers => Directory.EnumerateDirectories(_home.Path, "fleet-demo-*");

    public static Demonstration Start(params IEnumerable<string> arguments) => new(arguments);

    /// <summary>Waits for something, and fails if it does not come about.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(LongestWait);
        while (!condition())
        {
            await Task.Delay(LookAgainAfter, TimeProvider.System, limit.Token);
        }
    }

    /// <summary>The processes that it has started, as Linux knows them.</summary>
    public static IReadOnlyList<int> ChildrenOf(int parent) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0 && ParentOf(id) == parent),
    ];

    public static bool IsRunning(int id) => ParentOf(id) is not null;

    public async Task<(int ExitCode, string Output, string Errors)> EndAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(LongestWait);
        await _process.WaitForExitAsync(limit.Token);
        return (_process.ExitCode, await _output, await _errors);
    }

    /// <summary>SIGKILL: nothing of it runs any more.</summary>
    public void Kill() => _process.Kill();

    /// <summary>What Ctrl+C sends.</summary>
    public void Interrupt()
    {
        var shell = MachineRequirements.PosixSystem.PathOrSkip();
        using var kill = Process.Start(shell, ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -INT {_process.Id}")]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _home.Dispose();
    }

    /// <summary>Null if there is no such process, or nothing of it but its end.</summary>
    private static int? ParentOf(int id)
    {
        try
        {
            // The name before may have spaces and parentheses.
            var fields = File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return fields[0] == "Z" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
