using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Retries;

public sealed class RetryTests : IAsyncLifetime
{
    /// <summary>More than any wait in these tests, less than any time limit.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private static readonly OperationDescription Get = new("getProposal", "GET", "/proposals/{proposal-id}", versionScope: "/proposals/{proposal-id}");
    private static readonly OperationDescription Put = Guarded("PUT");
    private static readonly OperationDescription Post = Guarded("POST");
    private static readonly OperationDescription Delete = Guarded("DELETE");
    private static readonly OperationDescription Create = new("createProposal", "POST", "/proposals/proposal");

    private readonly FakeTimeProvider _clock = new();
    private readonly OperationContext _context = new();
    private StubApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await StubApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    public static TheoryData<string> Transient => ["502", "503", "504", "reset"];

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task Repeats_a_read_until_it_succeeds(string fault)
    {
        Answer(fault, fault, "204");

        await RunAsync(client => client.CallAsync(Get, context: _context));

        Assert.Equal(3, _api.Requests.Count);
        Assert.Equal(3, _context.Attempts);
        Assert.False(_context.IsInDoubt);
    }

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task Repeats_a_put_and_a_delete_of_one_version(string fault)
    {
        Answer(fault, "204", fault, "204");

        await RunAsync(client => client.CallAsync(Put, Calls.Version));
        await RunAsync(client => client.CallAsync(Delete, Calls.Version));

        Assert.Equal(["PUT", "PUT", "DELETE", "DELETE"], _api.Requests.Select(request => request.Method));
        Assert.All(_api.Requests, request => Assert.Equal(Calls.Version.ToString(), Assert.Single(request.Headers["If-Match"])));
    }

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task Never_repeats_a_create_that_may_have_happened(string fault)
    {
        Answer(fault);

        var exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => RunAsync(client => client.CallAsync(Create, context: _context)));

        Assert.Single(_api.Requests);
        Assert.True(_context.IsInDoubt);
        Assert.Contains("unknown", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Transient))]
    public async Task Never_repeats_a_guarded_post_that_may_have_happened(string fault)
    {
        Answer(fault);

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => RunAsync(client => client.CallAsync(Post, Calls.Version)));

        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task Repeats_a_post_that_the_document_calls_safe()
    {
        Answer("503", "204");
        var safe = new OperationDescription("submit", "POST", Post.PathTemplate, isGuarded: true, versionScope: Post.VersionScope, isRetrySafe: true);

        await RunAsync(client => client.CallAsync(safe, Calls.Version));

        Assert.Equal(2, _api.Requests.Count);
    }

    [Fact]
    public async Task Never_repeats_a_write_of_any_version()
    {
        Answer("503");

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => RunAsync(client => client.CallAsync(Put, ETag.Any)));

        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task Never_repeats_a_500()
    {
        Answer("500", "500");

        await Assert.ThrowsAsync<OutcomeUnknownException>(() => RunAsync(client => client.CallAsync(Put, Calls.Version)));
        await Assert.ThrowsAsync<ServerErrorException>(() => RunAsync(client => client.CallAsync(Get)));

        Assert.Equal(2, _api.Requests.Count);
    }

    [Fact]
    public async Task Repeats_even_a_create_that_the_rate_limit_refused()
    {
        Answer("429", "429", "204");

        await RunAsync(client => client.CallAsync(Create));

        Assert.Equal(3, _api.Requests.Count);
    }

    [Fact]
    public async Task Repeats_even_a_create_that_found_no_connection()
    {
        using var unused = new TcpListener(System.Net.IPAddress.Loopback, 0);
        unused.Start();
        var address = new Uri($"http://{unused.LocalEndpoint}/b2b/v1");
        unused.Stop();

        var exception = await Assert.ThrowsAsync<ServiceUnavailableException>(
            () => RunAsync(client => client.CallAsync(Create, context: _context), options => options.BaseAddress = address));

        Assert.Equal(4, _context.Attempts);
        Assert.False(_context.IsInDoubt);
        Assert.Contains("was not sent", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replaces_a_rejected_token_once()
    {
        Answer("401", "401", "204");

        await Assert.ThrowsAsync<AuthenticationFailedException>(
            () => RunAsync(client => client.CallAsync(Create), options => options.MaxRetries = 3));

        Assert.Equal(2, _api.Requests.Count);
        Assert.Equal(["Bearer token-1", "Bearer token-2"], _api.Requests.Select(request => Assert.Single(request.Headers["Authorization"])));
    }

    /// <summary>The caller is told what the API said, not that a third token may not be had yet.</summary>
    [Fact]
    public async Task Replaces_a_token_once_that_is_rejected_for_this_call_alone()
    {
        await using var services = Services.For(_api, _clock);
        var client = services.Client();
        var rejected = 0;
        _api.Answer = async http =>
        {
            var isRejected = HttpMethods.IsPost(http.Request.Method) && ++rejected <= 2;
            if (isRejected)
            {
                await client.CallAsync(Get);
            }

            await StubServer.AnswerAsync(http, isRejected ? 401 : 204);
        };

        var exception = await Assert.ThrowsAsync<AuthenticationFailedException>(() => client.CallAsync(Create));

        Assert.StartsWith("401 Unauthorized: ", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, _api.Requests.Count(request => HttpMethods.IsPost(request.Method)));
    }

    [Fact]
    public async Task Replaces_a_rejected_token_even_without_any_retries()
    {
        Answer("401", "204");

        await RunAsync(client => client.CallAsync(Create), options => options.MaxRetries = 0);

        Assert.Equal(2, _api.Requests.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Gives_up_after_as_many_retries_as_the_options_say(int retries)
    {
        Answer("503");

        await Assert.ThrowsAsync<ServiceUnavailableException>(() => RunAsync(client => client.CallAsync(Get), options => options.MaxRetries = retries));

        Assert.Equal(1 + retries, _api.Requests.Count);
    }

    [Fact]
    public async Task Sends_the_same_body_again()
    {
        Answer("503", "204");
        using var body = new MemoryStream(Encoding.UTF8.GetBytes("""{"name":"new"}"""));

        await RunAsync(client => client.CallAsync(Put, Calls.Version, body));

        Assert.Equal(["""{"name":"new"}""", """{"name":"new"}"""], _api.Requests.Select(request => request.Body));
    }

    [Fact]
    public async Task Never_repeats_a_request_whose_body_can_be_read_once()
    {
        Answer("429", "204");
        using var body = new OneWayStream(Encoding.UTF8.GetBytes("{}"));

        await Assert.ThrowsAsync<RateLimitExceededException>(() => RunAsync(client => client.CallAsync(Put, Calls.Version, body)));

        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task Pays_a_permit_for_each_attempt()
    {
        Answer("503", "204", "204");
        await using var services = Services.For(_api, _clock, options => options.RequestsPerMinute = 2);
        var client = services.Client();

        await AdvanceAsync(client.CallAsync(Get));
        var third = client.CallAsync(Get);
        await AssertWaitsAsync(third);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await third;

        Assert.Equal(3, _api.Requests.Count);
    }

    [Fact]
    public async Task Calls_a_conflict_after_a_lost_attempt_unknown()
    {
        Answer("503", "412");

        var exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => RunAsync(client => client.CallAsync(Put, Calls.Version)));

        Assert.Equal(412, exception.ResponseStatusCode);
        Assert.Contains("Read the resource again (GET /proposals/42)", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_a_conflict_after_a_refused_attempt_a_conflict()
    {
        Answer("429", "412", "401", "412");

        await Assert.ThrowsAsync<PreconditionFailedException>(() => RunAsync(client => client.CallAsync(Put, Calls.Version)));
        await Assert.ThrowsAsync<PreconditionFailedException>(() => RunAsync(client => client.CallAsync(Put, Calls.Version)));
    }

    [Fact]
    public async Task Waits_longer_each_time()
    {
        Answer("503", "503", "503", "204");
        await using var services = Services.For(_api, _clock);

        var call = services.Client().CallAsync(Get);

        // The upper half of 1, 2 and 4 seconds is random.
        foreach (var (least, most, sent) in new[] { (0.5, 1, 1), (1, 2, 2), (2, 4, 3) })
        {
            await WaitsAsync(sent, TimeSpan.FromSeconds(most));
            _clock.Advance(TimeSpan.FromSeconds(least) - TimeSpan.FromMilliseconds(1));
            await SentAsync(sent);

            // Not a tick further than the timer: the next wait may begin while the clock still moves.
            Assert.True(_clock.NextTimer <= TimeSpan.FromSeconds(most - least) + TimeSpan.FromMilliseconds(1));
            _clock.Advance(_clock.NextTimer.Value);
        }

        await call;
        Assert.Equal(4, _api.Requests.Count);
    }

    [Theory]
    [InlineData("30")]
    [InlineData("Fri, 02 Jan 2026 03:04:35 GMT")]
    public async Task Waits_as_long_as_the_api_asks(string retryAfter)
    {
        Answer("503", "204");
        var answer = _api.Answer;
        _api.Answer = http =>
        {
            http.Response.Headers.RetryAfter = retryAfter;
            http.Response.Headers.Date = "Fri, 02 Jan 2026 03:04:05 GMT";
            return answer(http);
        };
        await using var services = Services.For(_api, _clock);

        var call = services.Client().CallAsync(Get);
        await WaitsAsync(1, TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromMilliseconds(1));
        await SentAsync(1);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await call;
        Assert.Equal(2, _api.Requests.Count);
    }

    [Theory]
    [InlineData("503", "301")]
    [InlineData("429", "151")]
    public async Task Tells_the_caller_at_once_where_the_api_asks_for_more_time_than_there_is(string status, string seconds)
    {
        Answer(status, "204");
        var answer = _api.Answer;
        _api.Answer = http =>
        {
            http.Response.Headers.RetryAfter = seconds;
            return answer(http);
        };
        await using var services = Services.For(_api, _clock);

        var exception = await Assert.ThrowsAnyAsync<SieSmartException>(() => services.Client().CallAsync(Get));

        Assert.Equal(status, $"{exception.ResponseStatusCode}");
        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task Ends_with_the_total_time()
    {
        var received = new TaskCompletionSource();
        _api.Answer = http => HangAsync(http, received);
        await using var services = Services.For(_api, _clock, options => options.TotalTimeout = TimeSpan.FromSeconds(7));

        var call = services.Client().CallAsync(Put, Calls.Version);
        await received.Task;
        _clock.Advance(TimeSpan.FromSeconds(7));

        var exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => call);
        Assert.Contains("The call was given up after 7 s in all; TotalTimeout sets the limit", exception.Message, StringComparison.Ordinal);
        Assert.IsType<TimeoutException>(exception.InnerException);
    }

    [Fact]
    public async Task Repeats_an_attempt_that_took_too_long()
    {
        var received = new TaskCompletionSource();
        var answer = _api.Answer;
        _api.Answer = http => received.Task.IsCompleted ? answer(http) : HangAsync(http, received);
        await using var services = Services.For(_api, _clock, options => options.AttemptTimeout = TimeSpan.FromSeconds(25));

        var call = services.Client().CallAsync(Get);
        await received.Task;
        _clock.Advance(TimeSpan.FromSeconds(25));
        await AdvanceAsync(call);

        Assert.Equal(2, _api.Requests.Count);
    }

    [Fact]
    public async Task Ends_its_wait_when_it_is_cancelled()
    {
        Answer("503");
        await using var services = Services.For(_api, _clock);
        using var cancellation = new CancellationTokenSource();

        var call = services.Client().CallAsync(Get, cancellationToken: cancellation.Token);
        await SentAsync(1);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(_api.Requests);
    }

    private static OperationDescription Guarded(string method) =>
        new("write", method, "/proposals/{proposal-id}/decision", isGuarded: true, versionScope: "/proposals/{proposal-id}");

    /// <summary>Each request gets the next answer; the last one is for all that come after.</summary>
    private void Answer(params string[] answers)
    {
        var next = -1;
        _api.Answer = http =>
        {
            var answer = answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)];
            if (answer == "reset")
            {
                http.Abort();
                return Task.CompletedTask;
            }

            return StubServer.AnswerAsync(http, int.Parse(answer, System.Globalization.CultureInfo.InvariantCulture));
        };
    }

    private async Task RunAsync(Func<SieSmartClient, Task> call, Action<SieSmartClientOptions>? configure = null)
    {
        await using var services = Services.For(_api, _clock, configure);
        await AdvanceAsync(call(services.Client()));
    }

    /// <summary>Spares the call its waits. What it waits for on the wire takes the time that it takes, and no limit passes meanwhile.</summary>
    private async Task AdvanceAsync(Task call)
    {
        while (!call.IsCompleted)
        {
            if (_clock.NextTimer is { } wait && wait < LongestWait)
            {
                _clock.Advance(wait);
            }

            await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken));
        }

        await call;
    }

    /// <summary>So many requests, and a timer for the next.</summary>
    private async Task WaitsAsync(int count, TimeSpan most)
    {
        while (_api.Requests.Count < count || _clock.NextTimer is not { } next || next > most)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await SentAsync(count);
    }

    /// <summary>So many requests and no more: real time, though short, is enough for one that doesn't wait.</summary>
    private async Task SentAsync(int count)
    {
        while (_api.Requests.Count < count)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(count, _api.Requests.Count);
    }

    private static async Task AssertWaitsAsync(Task call)
    {
        await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.False(call.IsCompleted);
    }

    private static async Task HangAsync(HttpContext http, TaskCompletionSource received)
    {
        received.TrySetResult();
        var aborted = new TaskCompletionSource();
        await using var registration = http.RequestAborted.Register(() => aborted.TrySetResult());
        await aborted.Task;
    }

    private sealed class OneWayStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
