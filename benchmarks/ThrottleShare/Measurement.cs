using Microsoft.Extensions.DependencyInjection;
using SieSmart;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;
using SieSmart.Sandbox;
using SieSmart.Sandbox.Tracing;

namespace ThrottleShare;

/// <summary>What came of a scenario.</summary>
/// <param name="Counted">How many requests the server counted in all, the first window included.</param>
/// <param name="Refused">How many of them it refused with 429.</param>
/// <param name="Share">How much of the limit was used in the long run; see <see cref="RunAsync"/>.</param>
/// <param name="Elapsed">From the first request to the last.</param>
internal sealed record Measurement(int Counted, int Refused, double Share, TimeSpan Elapsed)
{
    private const int TooManyRequests = 429;

    /// <summary>Keeps one process saturated until the server has counted enough.</summary>
    /// <remarks>
    /// Requests n and n + windows × permits can't be nearer to each other at the server than the windows are long. The share is
    /// that length over the time that really lay between them, as the mean over one window's worth of such pairs. The burst at
    /// the start, which would flatter a count of requests over time, has no part in it.
    /// </remarks>
    public static async Task<Measurement> RunAsync(Scenario scenario, CancellationToken cancellationToken)
    {
        var distance = scenario.Windows * scenario.PermitsOfLane;
        var requests = distance + scenario.PermitsOfLane;
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                RequestsPerWindow = scenario.Permits,
                RateLimitWindow = scenario.Window,
                ArrivalDelay = scenario.ArrivalDelay,
                RequestLogCapacity = 2 * requests,
            },
            cancellationToken);
        using var budget = new RequestBudget(scenario.Permits, scenario.Window, queueLimit: 10 * scenario.Permits);
        await using var services = new ServiceCollection()
            .AddSieSmartClient(options =>
            {
                options.BaseAddress = sandbox.BaseAddress;
                options.TokenEndpoint = sandbox.TokenEndpoint;
                options.ClientId = sandbox.ClientId;
                options.ClientSecret = sandbox.ClientSecret;
                options.Budget = budget;
                options.Priority = scenario.Priority;
                // The callers queue for two windows, and for the way there and back.
                options.QueueTimeout = 4 * scenario.Window;
                options.TotalTimeout = 5 * scenario.Window;
            })
            .Services.BuildServiceProvider();

        var left = requests;
        await Task.WhenAll(Enumerable.Range(0, 2 * scenario.Permits).Select(_ => CallAsync(services.GetRequiredService<SieSmartClient>())));
        return Evaluate(scenario, sandbox.Requests, distance);

        async Task CallAsync(SieSmartClient client)
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                try
                {
                    await client.Common.RateCards.GetAsync(cancellationToken: cancellationToken);
                }
                catch (RateLimitExceededException)
                {
                    // The server's own count tells of it.
                }
            }
        }
    }

    private static Measurement Evaluate(Scenario scenario, IReadOnlyList<RecordedRequest> requests, int distance)
    {
        var api = requests.Where(request => !request.Path.StartsWith("/oauth", StringComparison.Ordinal)).ToList();
        var times = api.Select(request => request.Time).Order().ToList();
        var between = Enumerable.Range(0, times.Count - distance).Average(first => (times[first + distance] - times[first]).TotalSeconds);
        return new Measurement(
            api.Count,
            api.Count(request => request.Status == TooManyRequests),
            scenario.Windows * scenario.Window.TotalSeconds / between * scenario.PermitsOfLane / scenario.Permits,
            times[^1] - times[0]);
    }
}
