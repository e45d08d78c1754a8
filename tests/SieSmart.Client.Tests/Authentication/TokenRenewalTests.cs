using Microsoft.Extensions.DependencyInjection;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Authentication;

/// <summary>A token of 3000 s is sent for 2700 s, and renewed by the first call after some 2100 to 2400 s.</summary>
public sealed class TokenRenewalTests
{
    private const int ManyRequests = 100_000;

    private static readonly TimeSpan NotYet = TimeSpan.FromSeconds(2099);
    private static readonly TimeSpan HalfDue = TimeSpan.FromSeconds(2250);
    private static readonly TimeSpan Due = TimeSpan.FromSeconds(2400);
    private static readonly TimeSpan End = TimeSpan.FromSeconds(2700);

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Goes_on_in_the_background_while_the_old_token_still_serves()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var client = services.Client();
        await client.ReadAsync();
        var mayAnswer = HoldTokens(api);

        _clock.Advance(Due);
        for (var call = 0; call < 10; call++)
        {
            await client.ReadAsync();
        }

        await Eventually.IsTrueAsync(() => api.TokenRequests.Count == 2);
        Assert.All(api.Requests, request => Assert.Equal("Bearer token-1", TokenOf(request)));

        mayAnswer.SetResult();
        await UntilTokenIsSentAsync(client, api, "Bearer token-2");
        Assert.Equal(2, api.TokenRequests.Count);
    }

    [Fact]
    public async Task Does_not_begin_while_much_of_the_lifetime_is_left()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        await services.Client().ReadAsync();

        _clock.Advance(NotYet);
        await services.Client().ReadAsync();

        await Eventually.NothingMoreAsync();
        Assert.Single(api.TokenRequests);
    }

    [Fact]
    public async Task Is_not_made_for_a_client_that_makes_no_calls()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        await services.Client().ReadAsync();

        _clock.Advance(TimeSpan.FromDays(1));

        await Eventually.NothingMoreAsync();
        Assert.Single(api.TokenRequests);
    }

    [Fact]
    public async Task Spreads_over_time_where_many_processes_have_started_at_once()
    {
        const int Processes = 20;
        await using var api = await StubApi.StartAsync();
        var processes = new List<ServiceProvider>();
        for (var process = 0; process < Processes; process++)
        {
            var services = StartServices(api);
            processes.Add(services);
            await services.Client().ReadAsync();
        }

        _clock.Advance(HalfDue);
        foreach (var process in processes)
        {
            await process.Client().ReadAsync();
        }

        await Eventually.IsTrueAsync(() => api.TokenRequests.Count > Processes);
        await Eventually.NothingMoreAsync();
        Assert.True(api.TokenRequests.Count < 2 * Processes, "All have renewed their tokens at the same time.");
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }
    }

    [Fact]
    public async Task Leaves_the_old_token_in_use_when_it_fails_and_is_tried_again_later()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var client = services.Client();
        await client.ReadAsync();
        var token = api.Token;
        api.Token = http => StubServer.AnswerAsync(http, 503);

        _clock.Advance(Due);
        await client.ReadAsync();
        await Eventually.IsTrueAsync(() => api.TokenRequests.Count == 2);
        await Eventually.NothingMoreAsync();
        for (var call = 0; call < 100; call++)
        {
            await client.ReadAsync();
        }

        await Eventually.NothingMoreAsync();
        Assert.Equal(2, api.TokenRequests.Count);

        api.Token = token;
        _clock.Advance(TimeSpan.FromSeconds(1));
        await UntilTokenIsSentAsync(client, api, "Bearer token-2");
        Assert.Equal(3, api.TokenRequests.Count);
    }

    [Fact]
    public async Task That_keeps_failing_does_not_prolong_the_old_token()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        await services.Client().ReadAsync();
        api.Token = http => StubServer.AnswerAsync(http, 503);

        _clock.Advance(Due);
        await services.Client().ReadAsync();
        await Eventually.IsTrueAsync(() => api.TokenRequests.Count == 2);
        _clock.Advance(End - Due);
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());

        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Ends_with_the_container()
    {
        await using var api = await StubApi.StartAsync();
        var services = StartServices(api);
        await services.Client().ReadAsync();
        var aborted = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        api.Token = async http =>
        {
            asked.SetResult();
            await using var registration = http.RequestAborted.Register(aborted.SetResult);
            await aborted.Task;
        };

        _clock.Advance(Due);
        await services.Client().ReadAsync();
        await Eventually.EndsAsync(asked.Task);
        await services.DisposeAsync();

        await Eventually.EndsAsync(aborted.Task);
    }

    [Fact]
    public async Task Follows_the_monotonic_clock_and_not_the_time_of_day()
    {
        var clock = new SteppedWallClock(_clock);
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, clock, options => options.RequestsPerMinute = ManyRequests);
        await services.Client().ReadAsync();

        clock.Step = TimeSpan.FromDays(30);
        await services.Client().ReadAsync();
        Assert.Single(api.TokenRequests);

        clock.Step = TimeSpan.FromDays(-30);
        _clock.Advance(End);
        await services.Client().ReadAsync();
        Assert.Equal(2, api.TokenRequests.Count);
    }

    [Theory]
    [InlineData("1e300")]
    [InlineData("99999999999999999999")]
    public async Task Comes_within_a_year_however_long_a_token_is_said_to_live(string expiresIn)
    {
        await using var api = await StubApi.StartAsync();
        api.Token = http => StubServer.AnswerAsync(http, 200, $$"""{"access_token":"token","token_type":"Bearer","expires_in":{{expiresIn}}}""");
        await using var services = StartServices(api);
        await services.Client().ReadAsync();

        _clock.Advance(TimeSpan.FromDays(364));
        await services.Client().ReadAsync();
        Assert.Single(api.TokenRequests);

        _clock.Advance(TimeSpan.FromDays(1));
        await services.Client().ReadAsync();
        Assert.Equal(2, api.TokenRequests.Count);
    }

    [Fact]
    public async Task Works_for_tokens_of_a_second()
    {
        await using var api = await StubApi.StartAsync();
        api.Token = http => StubServer.AnswerAsync(http, 200, StubApi.TokenAnswer(api.TokenRequests.Count, expiresIn: 1));
        await using var services = StartServices(api);

        for (var second = 0; second < 5; second++)
        {
            await services.Client().ReadAsync();
            await services.Client().ReadAsync();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(5, api.TokenRequests.Count);
        Assert.Equal(10, api.Requests.Count);
    }

    private ServiceProvider StartServices(StubApi api, Action<SieSmartClientOptions>? configure = null) =>
        Services.For(api, _clock, options =>
        {
            options.RequestsPerMinute = ManyRequests;
            configure?.Invoke(options);
        });

    private static TaskCompletionSource HoldTokens(StubApi api)
    {
        var token = api.Token;
        var mayAnswer = new TaskCompletionSource();
        api.Token = async http =>
        {
            await mayAnswer.Task;
            await token(http);
        };
        return mayAnswer;
    }

    private static async Task UntilTokenIsSentAsync(SieSmartClient client, StubApi api, string token)
    {
        var start = TimeProvider.System.GetTimestamp();
        do
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(30), $"{token} was never sent.");
            await client.ReadAsync();
        }
        while (TokenOf(api.Requests[^1]) != token);
    }

    private static string TokenOf(RecordedRequest request) => Assert.Single(request.Headers["Authorization"]);
}
