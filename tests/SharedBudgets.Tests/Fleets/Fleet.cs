using System.Globalization;
using SieSmart.Pipeline.Throttling;
using SieSmart.Sandbox;

namespace SharedBudgets.Tests.Fleets;

/// <summary>Four processes with eight callers each, who always have more to send, and a server that counts.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    public const int Permits = 100;

    private const int Processes = 4;
    private const int TooManyRequests = 429;

    private readonly SandboxServer _sandbox;
    private readonly List<Worker> _workers;
    private readonly TimeSpan _window;
    private int _lossesOfTheKilled;

    private Fleet(SandboxServer sandbox, List<Worker> workers, TimeSpan window) => (_sandbox, _workers, _window) = (sandbox, workers, window);

    /// <summary>How often a process lost sight of the engine.</summary>
    public int Losses => _lossesOfTheKilled + _workers.Sum(worker => worker.Losses);

    /// <summary>How many requests the server refused.</summary>
    public int Refused => _sandbox.Requests.Count(request => request.Status == TooManyRequests);

    public static async Task<Fleet> StartAsync(string engine, string connection, TimeSpan window)
    {
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { RequestsPerWindow = Permits, RateLimitWindow = window, ArrivalDelay = TimeSpan.FromMilliseconds(10), RequestLogCapacity = 100_000 },
            TestContext.Current.CancellationToken);
        var workers = await Task.WhenAll(Enumerable.Range(0, Processes).Select(_ => Worker.StartAsync(
            engine,
            connection,
            sandbox.BaseAddress.AbsoluteUri,
            sandbox.TokenEndpoint.AbsoluteUri,
            sandbox.ClientId,
            sandbox.ClientSecret,
            Permits.ToString(CultureInfo.InvariantCulture),
            window.TotalMilliseconds.ToString(CultureInfo.InvariantCulture),
            nameof(RequestPriority.Interactive),
            "8")));
        foreach (var worker in workers)
        {
            worker.Go();
        }

        return new Fleet(sandbox, [.. workers], window);
    }

    /// <summary>Lets it send for a while.</summary>
    public static Task RunAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System, TestContext.Current.CancellationToken);

    /// <summary>How many requests came since a time.</summary>
    public int CountSince(DateTimeOffset time) => TimesSince(time).Count;

    /// <summary>Ends a process without a word.</summary>
    public void KillOne()
    {
        _workers[0].Kill();
        _lossesOfTheKilled += _workers[0].Losses;
        _workers[0].Dispose();
        _workers.RemoveAt(0);
    }

    /// <summary>
    /// How much of the limit was used in the long run: requests n and n + windows x permits can't be nearer to each other at the server than the
    /// windows are long; the share is that length over the time that really lay between them, as the mean over one window's worth of such pairs.
    /// </summary>
    public double ShareSince(DateTimeOffset time)
    {
        var times = TimesSince(time);
        var windows = (times.Count / Permits) - 1;
        Assert.True(windows >= 1, $"Only {times.Count} requests came.");
        var mean = Enumerable.Range(0, Permits).Average(first => (times[first + (windows * Permits)] - times[first]).TotalSeconds);
        return windows * _window.TotalSeconds / mean;
    }

    /// <summary>Stops all of it, and says what came of it.</summary>
    public async Task<IReadOnlyList<WorkerResult>> StopAsync(string title, double share)
    {
        var results = await Task.WhenAll(_workers.Select(worker => worker.StopAsync()));
        var lines = results.Select((result, index) => string.Create(
            CultureInfo.InvariantCulture, $"  process {index + 1}: {result.Served} served, {result.Refused} times 429, {result.Failed} failed, longest call {result.Longest.TotalSeconds:0.0} s"));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {share:P2} of the limit used, {Refused} times 429, engine lost {Losses} times{Environment.NewLine}{string.Join(Environment.NewLine, lines)}"));
        Assert.True(results.All(result => result.Failed == 0), string.Join('\n', _workers.Select(worker => worker.Errors)));
        return results;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            worker.Dispose();
        }

        await _sandbox.DisposeAsync();
    }

    private List<DateTimeOffset> TimesSince(DateTimeOffset time) =>
        [.. _sandbox.Requests.Where(request => request.Path == "/common/rate-cards" && request.Time >= time).Select(request => request.Time).Order()];
}
