using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Throttling;

/// <summary>A server counts by address: whoever made the clients of a process, they spend one budget for each host.</summary>
public sealed class ProcessBudgetTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Is_one_for_clients_of_several_containers_and_of_constructors()
    {
        await using var api = await StubApi.StartAsync();
        await using var one = Services.For(api, configure: WithPermits(3));
        await using var other = Services.For(api, configure: WithPermits(3));
        using var constructed = new SieSmartClient(api.Options(WithPermits(3)));

        foreach (var client in new[] { one.Client(), other.Client(), constructed })
        {
            await client.ReadAsync();
        }

        foreach (var client in new[] { one.Client(), other.Client(), constructed })
        {
            await Assert.ThrowsAsync<RateLimitExceededException>(() => client.ReadAsync());
        }

        Assert.Equal(3, api.Requests.Count);
    }

    [Fact]
    public async Task Is_another_for_another_host()
    {
        await using var api = await StubApi.StartAsync();
        await using var elsewhere = await StubApi.StartAsync();
        await using var one = Services.For(api, configure: WithPermits(1));
        await using var other = Services.For(elsewhere, configure: WithPermits(1));

        await one.Client().ReadAsync();
        await other.Client().ReadAsync();
    }

    [Fact]
    public async Task Remembers_what_was_sent_by_clients_that_are_gone_until_the_window_is_over()
    {
        await using var api = await StubApi.StartAsync();
        await using (var gone = Services.For(api, _clock, WithPermits(1)))
        {
            await gone.Client().ReadAsync();
        }

        await using var services = Services.For(api, _clock, WithPermits(1));
        _clock.Advance(TimeSpan.FromSeconds(59));
        await Assert.ThrowsAsync<RateLimitExceededException>(() => services.Client().ReadAsync());
        _clock.Advance(TimeSpan.FromSeconds(1));
        await services.Client().ReadAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_held_to_the_lower_limit_of_a_client_for_as_long_as_that_is_in_use(bool isInjected)
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, configure: WithPermits(100));
        await services.Client().ReadAsync();
        var lower = isInjected ? Services.For(api, configure: WithPermits(1)) : null;
        var constructed = isInjected ? null : new SieSmartClient(api.Options(WithPermits(1)));

        await Assert.ThrowsAsync<RateLimitExceededException>(() => (constructed ?? lower!.Client()).ReadAsync());
        await Assert.ThrowsAsync<RateLimitExceededException>(() => services.Client().ReadAsync());
        constructed?.Dispose();
        await (lower?.DisposeAsync() ?? ValueTask.CompletedTask);

        for (var call = 0; call < 10; call++)
        {
            await services.Client().ReadAsync();
        }
    }

    [Fact]
    public async Task Goes_on_for_the_others_when_a_container_is_disposed_of()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, _clock, options => options.RequestsPerMinute = 1);
        var ending = Services.For(api, _clock, options => options.RequestsPerMinute = 1);
        await services.Client().ReadAsync();

        var ended = ending.Client().ReadAsync();
        var patient = services.Client().ReadAsync();
        await Eventually.NothingMoreAsync();
        await ending.DisposeAsync();

        var exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => ended);
        Assert.StartsWith("The request was not sent: its client was disposed of, or the service provider that owns it.", exception.Message, StringComparison.Ordinal);
        Assert.False(patient.IsCompleted);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await patient;
    }

    [Fact]
    public async Task Has_a_queue_whose_length_follows_the_limit()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, _clock, options => options.RequestsPerMinute = 100);
        var client = services.Client();
        await client.ReadAsync();
        await using var lower = Services.For(api, _clock, options => (options.RequestsPerMinute, options.QueueTimeout) = (1, TimeSpan.FromHours(1)));
        _ = lower.Client();

        Task[] waiting = [client.ReadAsync(), client.ReadAsync()];
        await Eventually.NothingMoreAsync();
        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => lower.Client().ReadAsync());
        await lower.DisposeAsync();
        await Task.WhenAll(waiting);

        Assert.Contains("2 requests wait already for the 1 that may be sent in 60 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_with_its_last_client_one_window_later()
    {
        await using var api = await StubApi.StartAsync();

        var clock = await UseAndLeaveAsync(api);
        for (var attempt = 0; attempt < 20 && clock.IsAlive; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Eventually.NothingMoreAsync();
        }

        Assert.False(clock.IsAlive, "The budget of a host that nobody calls any more is kept.");
    }

    /// <summary>The budget alone still knows the clock afterwards.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> UseAndLeaveAsync(StubApi api)
    {
        var clock = new FakeTimeProvider();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSieSmartClient(api.Configure).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddHttpClient("SieSmart.Tokens").SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        await using (var provider = services.BuildServiceProvider())
        {
            await provider.Client().ReadAsync();
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        clock.Advance(TimeSpan.FromMinutes(1));
        return new WeakReference(clock);
    }

    /// <summary>Who has to wait is told so at once.</summary>
    private static Action<SieSmartClientOptions> WithPermits(int permits) =>
        options => (options.RequestsPerMinute, options.QueueTimeout) = (permits, TimeSpan.FromMilliseconds(1));
}
