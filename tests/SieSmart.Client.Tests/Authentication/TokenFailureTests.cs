using Microsoft.Extensions.DependencyInjection;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Authentication;

/// <summary>What callers see, and what the token endpoint is spared, when no token can be had or none is accepted.</summary>
public sealed class TokenFailureTests
{
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_told_to_a_thousand_concurrent_callers_after_one_request()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var client = services.Client();
        var mayAnswer = new TaskCompletionSource();
        api.Token = async http =>
        {
            await mayAnswer.Task;
            await StubServer.AnswerAsync(http, 503);
        };

        var calls = Enumerable.Range(0, 1_000).Select(_ => client.ReadAsync()).ToList();
        mayAnswer.SetResult();
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<AuthenticationFailedException>(() => call);
        }

        Assert.Single(api.TokenRequests);
        Assert.Empty(api.Requests);
    }

    [Fact]
    public async Task Is_told_again_to_those_who_come_right_after_without_another_request()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        api.Token = http => StubServer.AnswerAsync(http, 401, """{"error":"access_denied"}""");
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());
        _clock.Advance(TimeSpan.FromMilliseconds(200));

        AuthenticationFailedException? last = null;
        for (var caller = 0; caller < 1_000; caller++)
        {
            last = await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().WriteAsync());
        }

        Assert.Single(api.TokenRequests);
        Assert.Contains("answered 401 (access_denied)", last!.Message, StringComparison.Ordinal);
        Assert.Matches(@"That was 0\.2 s ago; so as not to flood the token endpoint, it is asked again in 0\.[3-8] s at the earliest\.$", last.Message);
        Assert.Equal(401, last.ResponseStatusCode);
        Assert.Equal("submit", last.Operation?.Id);
    }

    [Fact]
    public async Task Is_over_when_the_endpoint_has_recovered_after_a_second()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var token = api.Token;
        api.Token = http => StubServer.AnswerAsync(http, 503);
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());

        api.Token = token;
        _clock.Advance(TimeSpan.FromSeconds(1));
        await services.Client().ReadAsync();

        Assert.Equal(2, api.TokenRequests.Count);
    }

    [Fact]
    public async Task Is_looked_into_ever_less_often_but_at_least_every_thirty_seconds()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var token = api.Token;
        api.Token = http => StubServer.AnswerAsync(http, 503);
        var asked = new List<TimeSpan>();
        var step = TimeSpan.FromSeconds(0.5);

        for (var elapsed = TimeSpan.Zero; elapsed < TimeSpan.FromMinutes(5); elapsed += step)
        {
            var before = api.TokenRequests.Count;
            await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());
            if (api.TokenRequests.Count > before)
            {
                asked.Add(elapsed);
            }

            _clock.Advance(step);
        }

        var waits = asked.Zip(asked.Skip(1), (one, next) => next - one).ToList();
        Assert.InRange(waits[0], step, TimeSpan.FromSeconds(1));
        Assert.InRange(waits[4], TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(16.5));
        Assert.All(waits.Skip(5), wait => Assert.InRange(wait, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30.5)));
        Assert.True(waits.Distinct().Count() > 4, "The waits are not spread by chance.");

        api.Token = token;
        _clock.Advance(TimeSpan.FromSeconds(30));
        await services.Client().ReadAsync();
    }

    [Fact]
    public async Task Comes_after_thirty_seconds_from_an_endpoint_that_never_answers()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var asked = new TaskCompletionSource();
        api.Token = async http =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };

        var call = services.Client().ReadAsync();
        await Eventually.EndsAsync(asked.Task);
        _clock.Advance(TimeSpan.FromSeconds(29.9));
        await Eventually.NothingMoreAsync();
        Assert.False(call.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() => call);
        Assert.Contains("it gave no answer within 30 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ends_the_wait_of_those_whose_container_is_disposed_of()
    {
        await using var api = await StubApi.StartAsync();
        var services = StartServices(api);
        var client = services.Client();
        var asked = new TaskCompletionSource();
        var aborted = new TaskCompletionSource();
        api.Token = async http =>
        {
            asked.SetResult();
            await using var registration = http.RequestAborted.Register(aborted.SetResult);
            await aborted.Task;
        };

        var call = client.ReadAsync();
        await Eventually.EndsAsync(asked.Task);
        await services.DisposeAsync();

        var exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        Assert.Contains("service provider was disposed of", exception.Message, StringComparison.Ordinal);
        await Eventually.EndsAsync(aborted.Task);
    }

    [Fact]
    public async Task Of_a_rejected_token_makes_a_thousand_concurrent_calls_fetch_one_new_one()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var client = services.Client();
        await client.ReadAsync();
        var answer = api.Answer;
        api.Answer = http => http.Request.Headers.Authorization == "Bearer token-1" ? StubServer.AnswerAsync(http, 401) : answer(http);

        var calls = Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => client.ReadAsync(), Cancellation)).ToList();
        await Task.WhenAll(calls.Select(call => call.ContinueWith(_ => { }, Cancellation, TaskContinuationOptions.None, TaskScheduler.Default)));
        await client.ReadAsync();

        Assert.Equal(2, api.TokenRequests.Count);
    }

    [Fact]
    public async Task Of_token_after_token_stops_before_it_floods_anybody()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        api.Answer = http => StubServer.AnswerAsync(http, 401);

        AuthenticationFailedException? last = null;
        for (var call = 0; call < 100; call++)
        {
            last = await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());
        }

        Assert.Equal(2, api.TokenRequests.Count);
        Assert.Equal(2, api.Requests.Count);
        Assert.StartsWith("The API rejected the last 2 access tokens although they were new.", last!.Message, StringComparison.Ordinal);
        Assert.Equal(401, last.ResponseStatusCode);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());
        Assert.Equal(3, api.TokenRequests.Count);
    }

    [Fact]
    public async Task Of_a_token_that_served_before_is_mended_at_once_time_after_time()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var client = services.Client();
        var answer = api.Answer;
        var revoked = 0;
        api.Answer = http => http.Request.Headers.Authorization == $"Bearer token-{revoked}" ? StubServer.AnswerAsync(http, 401) : answer(http);

        for (revoked = 0; revoked < 5; revoked++)
        {
            await Record.ExceptionAsync(() => client.ReadAsync());
            await client.ReadAsync();
        }

        Assert.Equal(5, api.TokenRequests.Count);
    }

    [Fact]
    public async Task Of_every_token_by_one_resource_stops_no_caller_of_another()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        RejectWrites(api);

        for (var round = 0; round < 20; round++)
        {
            await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().WriteAsync());
            await services.Client().ReadAsync();
        }

        Assert.Equal(2, api.TokenRequests.Count);
        Assert.Equal(2, api.Requests.Count(request => request.Method == "POST"));
    }

    [Fact]
    public async Task Of_every_token_by_one_resource_asks_for_others_ever_less_often()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        RejectWrites(api);
        AuthenticationFailedException? last = null;

        for (var second = 0; second < 600; second++)
        {
            last = await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().WriteAsync());
            await services.Client().ReadAsync();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        // Twice at once, five times while the wait grows, and then every 15 to 30 seconds.
        Assert.InRange(api.TokenRequests.Count, 20, 50);
        Assert.Contains("although others of its resources accept them", last!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_every_token_by_ever_other_resources_does_not_flood_the_token_endpoint()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var client = services.Client();
        RejectWrites(api);

        for (var resource = 0; resource < 200; resource++)
        {
            var operation = new OperationDescription("create", "POST", $"/proposals/{resource}");
            await Assert.ThrowsAsync<AuthenticationFailedException>(() => client.CallAsync(operation));
            await client.ReadAsync();
        }

        Assert.Equal(2, api.TokenRequests.Count);
        Assert.Equal(201, api.Requests.Count(request => request.Method == "POST"));
    }

    [Fact]
    public async Task Of_a_token_by_one_resource_leaves_it_to_the_others_until_a_new_one_comes()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var client = services.Client();
        await client.ReadAsync();
        RejectWrites(api);
        var asked = new TaskCompletionSource();
        var mayAnswer = new TaskCompletionSource();
        var token = api.Token;
        api.Token = async http =>
        {
            asked.TrySetResult();
            await mayAnswer.Task;
            await token(http);
        };

        var write = client.WriteAsync();
        await Eventually.EndsAsync(asked.Task);
        await client.ReadAsync();
        mayAnswer.SetResult();
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => write);
        await client.ReadAsync();

        Assert.Equal(
            ["Bearer token-1", "Bearer token-1", "Bearer token-2"],
            api.Requests.Where(request => request.Method == "GET").Select(request => Assert.Single(request.Headers["Authorization"])));
    }

    [Fact]
    public async Task Of_a_new_token_leaves_it_to_the_others_when_no_newer_one_can_be_had()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        RejectWrites(api);
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().WriteAsync());
        api.Token = http => StubServer.AnswerAsync(http, 503);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var failure = await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().WriteAsync());
        await services.Client().ReadAsync();

        Assert.Contains("answered 503", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_new_token_is_over_when_the_resource_accepts_one()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = StartServices(api);
        var answer = api.Answer;
        RejectWrites(api);
        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().WriteAsync());

        api.Answer = answer;
        _clock.Advance(TimeSpan.FromSeconds(1));
        await services.Client().WriteAsync();
        api.Answer = http => http.Request.Headers.Authorization == "Bearer token-3" ? StubServer.AnswerAsync(http, 401) : answer(http);
        await services.Client().WriteAsync();

        Assert.Equal(4, api.TokenRequests.Count);
    }

    private static void RejectWrites(StubApi api)
    {
        var answer = api.Answer;
        api.Answer = http => http.Request.Method == "POST" ? StubServer.AnswerAsync(http, 401) : answer(http);
    }

    private ServiceProvider StartServices(StubApi api) =>
        Services.For(api, _clock, options => options.RequestsPerMinute = 100_000);
}
