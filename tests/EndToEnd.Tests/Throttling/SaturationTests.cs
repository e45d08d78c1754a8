using Microsoft.Extensions.DependencyInjection;
using SieSmart;
using SieSmart.Client.Throttling;
using SieSmart.Sandbox;

namespace EndToEnd.Tests.Throttling;

/// <summary>A process that has always more to send than it may. benchmarks/ThrottleShare measures the same for longer.</summary>
public sealed class SaturationTests
{
    private const int Permits = 60;
    private const int TooManyRequests = 429;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Uses_the_limit_up_and_never_exceeds_it()
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

        // The first window warms up; a request and the one a window's worth later should lie a window apart.
        var times = requests.Select(request => request.Time).Order().Skip(Permits).ToList();
        var between = Enumerable.Range(0, Permits).Average(first => (times[first + Permits] - times[first]).TotalSeconds);
        Assert.InRange(Window.TotalSeconds / between, 0.9, 1.0);
    }
}
