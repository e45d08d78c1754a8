using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Throttling;

public sealed class ThrottledClientTests
{
    [Fact]
    public async Task Sends_no_more_in_a_minute_than_the_options_allow()
    {
        var clock = new FakeTimeProvider();
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, clock, options => options.RequestsPerMinute = 2);
        var client = services.Client();
        await client.ReadAsync();
        await client.ReadAsync();

        var third = client.ReadAsync();
        clock.Advance(TimeSpan.FromSeconds(59));
        await AssertWaitsAsync(third);
        Assert.Equal(2, api.Requests.Count);

        clock.Advance(TimeSpan.FromSeconds(1));
        await third;
        Assert.Equal(3, api.Requests.Count);
    }

    [Fact]
    public async Task Shares_the_budget_among_all_clients_of_a_container()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider(), options => options.RequestsPerMinute = 2);
        await services.Client().ReadAsync();
        await services.Client().ReadAsync();
        using var cancellation = new CancellationTokenSource();

        var third = services.Client().ReadAsync(cancellation.Token);

        await AssertWaitsAsync(third);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Shares_the_budget_among_all_clients_of_a_host_that_are_made_without_a_container()
    {
        await using var api = await StubApi.StartAsync();
        using var generous = new SieSmartClient(api.Options(options => options.RequestsPerMinute = 50));
        using var strict = new SieSmartClient(api.Options(options => options.RequestsPerMinute = 2));
        await generous.ReadAsync();
        await strict.ReadAsync();
        using var cancellation = new CancellationTokenSource();

        var third = generous.ReadAsync(cancellation.Token);

        await AssertWaitsAsync(third);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Pauses_when_the_api_counts_more_than_it_sent()
    {
        var clock = new FakeTimeProvider();
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, clock, options => options.MaxRetries = 0);
        var client = services.Client();
        var answer = api.Answer;
        api.Answer = http => StubServer.AnswerAsync(http, 429, headers: ("Retry-After", "30"));

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => client.ReadAsync());
        api.Answer = answer;
        var next = client.ReadAsync();
        clock.Advance(TimeSpan.FromSeconds(29));

        Assert.Equal(TimeSpan.FromSeconds(30), exception.RetryAfter);
        await AssertWaitsAsync(next);
        clock.Advance(TimeSpan.FromSeconds(1));
        await next;
    }

    [Fact]
    public async Task Pays_nothing_for_a_request_that_got_no_token()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider(), options => options.RequestsPerMinute = 1);
        var token = api.Token;
        api.Token = http => StubServer.AnswerAsync(http, 503);

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());
        api.Token = token;

        await services.Client().ReadAsync();
    }

    [Fact]
    public async Task Names_the_operation_that_found_the_queue_full()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider(), options => options.RequestsPerMinute = 1);
        using var cancellation = new CancellationTokenSource();
        await services.Client().ReadAsync();
        var waiting = Enumerable.Range(0, 2).Select(_ => services.Client().ReadAsync(cancellation.Token)).ToList();

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => services.Client().WriteAsync());

        Assert.Equal("submit", exception.Operation?.Id);
        Assert.Equal(Calls.Version, exception.SentETag);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
    }

    /// <summary>The clock stands still, so real time, though short, is enough to show a call that doesn't wait.</summary>
    private static async Task AssertWaitsAsync(Task call)
    {
        await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.False(call.IsCompleted);
    }
}
