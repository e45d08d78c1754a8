using Microsoft.Extensions.DependencyInjection;
using SieSmart.Pipeline.Throttling;
using SieSmart.Sandbox;

namespace EndToEnd.Tests.Throttling;

/// <summary>
/// A process that has always more to send than it may; the sandbox counts. How much of the limit it uses up is tested with a clock
/// of its own (RandomizedBudgetTests), and measured by benchmarks/ThrottleShare.
/// </summary>
public sealed class SaturationTests
{
    private const int Permits = 60;
    private const int TooManyRequests = 429;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Sends_all_and_never_exceeds_the_limit()
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { RequestsPerWindow = Permits, RateLimitWindow = Window, ArrivalDelay = TimeSpan.FromMilliseconds(20) },
            TestContext.Current.CancellationToken);
        using var budget = new RequestBudget(Permits, Window, queueLimit: 10 * Permits);
        await using var services = new ServiceCollection()
            .AddSieSmartClient(options =>
            {
                options.BaseAddress = sandbox.BaseAddress;
                options.TokenEndpoint = sandbox.TokenEndpoint;
                options.ClientId = sandbox.ClientId;
                options.ClientSecret = sandbox.ClientSecret;
                options.Budget = budget;
            })
            .Services.BuildServiceProvider();
        var client = services.GetRequiredService<SieSmartClient>();

        await Task.WhenAll(Enumerable.Range(0, 3 * Permits).Select(_ =>
            client.Common.RateCards.GetAsync(cancellationToken: TestContext.Current.CancellationToken)));

        var requests = sandbox.Requests.Where(request => request.Path == "/common/rate-cards").ToList();
        Assert.Equal(3 * Permits, requests.Count);
        Assert.DoesNotContain(requests, request => request.Status == TooManyRequests);
    }
}
