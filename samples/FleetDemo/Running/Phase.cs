using FleetDemo.CommandLine;
using FleetDemo.Members;
using FleetDemo.Reports;
using SieSmart.Sandbox;

namespace FleetDemo.Running;

/// <summary>Four processes that call for a while, with a budget each or with one for all.</summary>
internal sealed class Phase : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly SandboxServer _sandbox;
    private readonly IReadOnlyList<MemberProcess> _processes;
    private long? _began;

    /// <param name="title">What it shows.</param>
    /// <param name="settings">How long, and with which limit.</param>
    /// <param name="sandbox">The API.</param>
    /// <param name="budgetFolder">Where the shared budget is; null for none.</param>
    public Phase(string title, Settings settings, SandboxServer sandbox, string? budgetFolder)
    {
        (Title, Settings, _sandbox) = (title, settings, sandbox);
        _processes =
        [
            .. Enumerable.Range(0, Member.All.Count).Select(member => MemberProcess.Start(
                new WorkSettings(member, sandbox.BaseAddress, sandbox.TokenEndpoint, sandbox.ClientId, settings.Limit, settings.Window, budgetFolder),
                sandbox.ClientSecret)),
        ];
    }

    public string Title { get; }

    public Settings Settings { get; }

    /// <summary>How long it has been going on.</summary>
    public TimeSpan Elapsed => _began is { } began ? TimeProvider.System.GetElapsedTime(began) : TimeSpan.Zero;

    /// <summary>How each process stands.</summary>
    public IReadOnlyList<Reading> Readings => [.. _processes.Select(process => process.Latest)];

    /// <summary>How many requests came to the API in the last window.</summary>
    public int InTheWindow
    {
        get
        {
            var since = TimeProvider.System.GetUtcNow() - Settings.Window;
            return _sandbox.Requests.Count(request => request.Time > since && !request.Path.StartsWith("/oauth", StringComparison.Ordinal));
        }
    }

    /// <summary>Runs it.</summary>
    /// <returns>How each process stood at last.</returns>
    public async Task<IReadOnlyList<Reading>> RunAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_processes.Select(process => process.WaitAsync(cancellationToken)));
        foreach (var process in _processes)
        {
            process.Begin();
        }

        _began = TimeProvider.System.GetTimestamp();
        while (Elapsed < Settings.Length)
        {
            await Task.Delay(BetweenLooks, TimeProvider.System, cancellationToken);
        }

        return await Task.WhenAll(_processes.Select(process => process.StopAsync(cancellationToken)));
    }

    /// <summary>Ends the processes.</summary>
    public void Dispose()
    {
        foreach (var process in _processes)
        {
            process.Dispose();
        }
    }
}
