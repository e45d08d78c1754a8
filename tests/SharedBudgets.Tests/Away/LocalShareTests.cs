using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using SharedBudgets.Tests.InMemory;
using SharedBudgets.Tests.Support;
using SharedBudgets.Worker;
using SieSmart.Pipeline;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime.Tests.Support;

namespace SharedBudgets.Tests.Away;

/// <summary>What a process does while its engine is away.</summary>
public sealed class LocalShareTests : IAsyncLifetime
{
    private const int Permits = 40;

    /// <summary>Long enough for what should not be sent to be sent.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(300);

    private readonly FakeTimeProvider _clock = new();
    private readonly LogText _log = new();
    private readonly List<ISharedBudget> _others = [];
    private InMemoryEngine _store = null!;
    private FragileBudget _engine = null!;
    private CountingServer _server = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Four processes have asked; the other three have sent a request each.</summary>
    public async ValueTask InitializeAsync()
    {
        _server = await CountingServer.StartAsync();
        var limit = new SharedBudgetLimit(_server.Address.Authority, Permits, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2));
        _store = new InMemoryEngine(_clock);
        _engine = new FragileBudget(_store.Connect(limit));
        for (var count = 0; count < 3; count++)
        {
            _others.Add(_store.Connect(limit));
            await (await _others[count].ReserveAsync(RequestPriority.Interactive, Cancelled)).Permit!.CompleteAsync(wasUsed: true, Cancelled);
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task It_has_what_it_had_and_half_its_part_of_what_was_free_and_its_share_after_a_window()
    {
        await using var services = Services();
        await SendAsync(services, 4);
        await ArriveAsync(4);

        _engine.IsAway = true;
        var calls = Start(services, 20);

        // Of 40 permits 7 are taken, so 33 are free: for each of 4 processes 8, of which it takes 4. Others would be refused else.
        await ArriveAsync(8);
        await BeAnsweredAsync(calls, 4);
        _clock.Advance(TimeSpan.FromSeconds(61));
        await ArriveAsync(8 + 10);
        await BeAnsweredAsync(calls, 4 + 10);
        _clock.Advance(TimeSpan.FromSeconds(61));
        await Task.WhenAll(calls);
        Assert.Equal(24, _server.Arrivals.Count);
        Assert.Contains("Warning: The shared budget can't be asked (IOException), so this process goes on with its share of the limit, 10 of 40 permits", _log.Lines);
    }

    [Fact]
    public async Task It_comes_back_by_itself_and_pays_for_what_it_sent_meanwhile()
    {
        await using var services = Services();
        await SendAsync(services, 1);
        _engine.IsAway = true;
        _clock.Advance(TimeSpan.FromSeconds(61));
        await SendAsync(services, 1).WaitAsync(TimeSpan.FromSeconds(30), Ticking(), Cancelled);
        await SendAsync(services, 5);
        Assert.Equal(HealthStatus.Degraded, await HealthAsync(services));

        _engine.IsAway = false;
        _clock.Advance(TimeSpan.FromSeconds(4));
        await SendAsync(services, 1);
        await EventuallyAsync(() => _log.Lines.Any(line => line.StartsWith("Information: The shared budget can be asked again", StringComparison.Ordinal)));

        var use = (await _others[0].ReserveAsync(RequestPriority.Interactive, Cancelled)).Use!;
        Assert.InRange(use.Taken, 7 + 1, 8 + 1);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync(services));
    }

    [Fact]
    public async Task It_sends_nothing_if_it_was_told_so()
    {
        await using var services = Services(SharedBudgetFallback.None);
        await SendAsync(services, 1);
        _engine.IsAway = true;
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var call = services.GetRequiredService<PlainClient>().GetRateCardsAsync(giveUp.Token);
        await ArriveAsync(1);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_limit_that_does_not_fit_is_no_outage()
    {
        await using var services = Services(permits: Permits - 1);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var call = services.GetRequiredService<PlainClient>().GetRateCardsAsync(giveUp.Token);
        await ArriveAsync(0);
        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("goes on with its share", StringComparison.Ordinal));
    }

    private static async Task EventuallyAsync(Func<bool> condition)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(30), "It did not happen.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancelled);
        }
    }

    private static Task SendAsync(ServiceProvider services, int count) => Task.WhenAll(Start(services, count));

    private static IReadOnlyList<Task> Start(ServiceProvider services, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => services.GetRequiredService<PlainClient>().GetRateCardsAsync(Cancelled))];

    /// <summary>Waits until so many calls have given their permits back: one that does so later comes free later.</summary>
    private static Task BeAnsweredAsync(IReadOnlyList<Task> calls, int count) => EventuallyAsync(() => calls.Count(call => call.IsCompleted) >= count);

    private static async Task<HealthStatus> HealthAsync(ServiceProvider services) =>
        (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancelled)).Status;

    /// <summary>
    /// Waits until so many requests have come, and sees that no more do. The clock moves on a little meanwhile: who was told to sleep while it
    /// jumped sleeps from where it went to.
    /// </summary>
    private async Task ArriveAsync(int count)
    {
        await EventuallyAsync(() =>
        {
            var hasCome = _server.Arrivals.Count >= count;
            _clock.Advance(hasCome ? TimeSpan.Zero : TimeSpan.FromMilliseconds(10));
            return hasCome;
        });
        await Task.Delay(Settling, TimeProvider.System, Cancelled);
        Assert.Equal(count, _server.Arrivals.Count);
    }

    /// <summary>Lets the clock run while something is waited for.</summary>
    private TimeProvider Ticking()
    {
        _ = Task.Run(async () =>
        {
            for (var second = 0; second < 70; second++)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancelled);
            }
        });
        return TimeProvider.System;
    }

    private ServiceProvider Services(SharedBudgetFallback fallback = SharedBudgetFallback.LocalShare, int permits = Permits)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddLogging(logging => logging.AddProvider(_log).SetMinimumLevel(LogLevel.Information));
        services.AddOpenApiClient<PlainClient>("Orders", options =>
            {
                options.BaseAddress = _server.Address;
                options.Authentication.AllowAnonymous = true;
                options.RateLimit = new RateLimitOptions { Permits = permits };
                options.QueueTimeout = TimeSpan.FromMinutes(4);
            })
            .UseSharedBudget((_, limit) => permits == Permits ? _engine : _store.Connect(limit), new SharedBudgetOptions { Fallback = fallback });
        services.AddHealthChecks().AddOpenApiClient<PlainClient>("Orders");
        return services.BuildServiceProvider();
    }
}
