using Microsoft.AspNetCore.Http;
using Microsoft.Kiota.Abstractions;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Runtime.Tests;

public sealed class OperationRequestAdapterTests
{
    private static readonly ETag Version = ETag.Parse("2026-01-02T03:04:05.678Z");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, typeof(RequestRejectedException))]
    [InlineData(401, typeof(AuthenticationFailedException))]
    [InlineData(403, typeof(AccessDeniedException))]
    [InlineData(404, typeof(ResourceNotFoundException))]
    [InlineData(409, typeof(RequestRejectedException))]
    [InlineData(412, typeof(PreconditionFailedException))]
    [InlineData(415, typeof(RequestRejectedException))]
    [InlineData(418, typeof(RequestRejectedException))]
    [InlineData(422, typeof(RequestRejectedException))]
    [InlineData(428, typeof(PreconditionFailedException))]
    [InlineData(429, typeof(RateLimitExceededException))]
    public async Task Turns_a_status_into_what_it_means(int status, Type expected)
    {
        await using var server = await StubServer.StartAsync(
            status, """{"message":"the server's words"}""", headers: [("X-Trace-Id", "trace-1"), ("Location", "/elsewhere")]);
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAnyAsync<SieSmartException>(() => api.PutAsync(Version, cancellationToken: Cancellation));

        Assert.IsType(expected, exception);
        Assert.Equal(status, exception.ResponseStatusCode);
        Assert.Equal("trace-1", exception.TraceId);
        Assert.Equal("putCustomer", exception.Operation?.Id);
        Assert.Equal(Version, exception.SentETag);
        Assert.Equal("the server's words", Assert.IsType<ApiError>(exception.Error).Message);
        Assert.Same(exception.Error, exception.InnerException);
        Assert.Equal("trace-1", Assert.Single(exception.ResponseHeaders["x-trace-id"]));
        Assert.StartsWith($"{status}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("PUT /proposals/{proposal-id}/customer", exception.Message, StringComparison.Ordinal);
        Assert.Contains("The API says: \"the server's words\".", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("Trace id trace-1.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(308)]
    [InlineData(307)]
    public async Task Does_not_take_a_redirect_for_success(int status)
    {
        await using var server = await StubServer.StartAsync(status, headers: ("Location", "/elsewhere"));
        using var api = new Api(server.Address);

        var write = await Assert.ThrowsAsync<RequestRejectedException>(() => api.SubmitAsync(Version));
        await Assert.ThrowsAsync<RequestRejectedException>(() => api.GetAsync());

        Assert.Equal(status, write.ResponseStatusCode);
        Assert.Contains("redirect, which isn't followed", write.Message, StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Says_of_a_stale_etag_what_to_do()
    {
        await using var server = await StubServer.StartAsync(412, headers: ("X-Trace-Id", "trace-1"));
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAsync<PreconditionFailedException>(() => api.PutAsync(Version, cancellationToken: Cancellation));

        Assert.Equal(
            "412 Precondition Failed: PUT /proposals/{proposal-id}/customer: /proposals/42 was changed after version 2026-01-02T03:04:05.678Z was read, and nothing was overwritten. "
            + "Read it again (GET /proposals/42), apply your change to the new version and send it with the new ETag. Trace id trace-1.",
            exception.Message);
    }

    [Theory]
    [InlineData("<html>Sorry</html>", "text/html")]
    [InlineData("{\"message\":", "application/json")]
    [InlineData("", "application/json")]
    public async Task Keeps_the_meaning_of_a_status_whose_body_is_unreadable(string body, string contentType)
    {
        await using var server = await StubServer.StartAsync(412, body, contentType);
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAsync<PreconditionFailedException>(() => api.PutAsync(Version, cancellationToken: Cancellation));

        Assert.Null(exception.Error);
        Assert.NotNull(exception.InnerException);
    }

    [Theory]
    [InlineData("locked", "text/plain")]
    [InlineData("<p>locked</p>", "text/html")]
    public async Task Keeps_the_text_of_an_error_where_no_other_handler_does(string body, string contentType)
    {
        await using var server = await StubServer.StartAsync(409, body, contentType);
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAsync<RequestRejectedException>(() => api.PutAsync(Version, cancellationToken: Cancellation));

        Assert.Equal(body, exception.ResponseExcerpt);
    }

    [Fact]
    public async Task Keeps_no_more_than_the_beginning_of_an_error_that_does_not_end()
    {
        await using var server = await StubServer.StartAsync(409, new string('x', 3_000_000), "text/plain");
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAsync<RequestRejectedException>(() => api.PutAsync(Version, cancellationToken: Cancellation));

        Assert.Equal(new string('x', 500), exception.ResponseExcerpt);
    }

    [Theory]
    [InlineData("maintenance", "application/octet-stream")]
    [InlineData("{\"label\":\"trunc", "application/json")]
    [InlineData("{\"due\":\"soon\"}", "application/json")]
    [InlineData("", "application/json")]
    public async Task Says_that_a_write_was_applied_whose_answer_is_unreadable(string body, string contentType)
    {
        await using var server = await StubServer.StartAsync(200, body, contentType);
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(() => api.PutAsync(Version, cancellationToken: Cancellation));

        Assert.Equal(200, exception.ResponseStatusCode);
        Assert.Contains("The write was applied: don't send it again", exception.Message, StringComparison.Ordinal);
        Assert.Contains(body.Length == 0 ? "has no body" : contentType, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_write_was_applied_whose_answer_breaks_off()
    {
        await using var server = new RawServer(_ => "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"label\":");
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(() => api.SubmitAsync(Version));

        Assert.Contains("was applied", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_nothing_of_writes_where_a_read_is_unreadable()
    {
        await using var server = await StubServer.StartAsync(200, "<html>Captive portal</html>", "text/html");
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(() => api.GetAsync());

        Assert.DoesNotContain("write", exception.Message, StringComparison.Ordinal);
        Assert.Contains("no proxy answers in its place", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Surfaces_a_fault_in_the_middle_of_a_list()
    {
        await using var server = await StubServer.StartAsync(200, """[{"label":"a"},{"label":""");
        using var api = new Api(server.Address);

        await Assert.ThrowsAsync<ResponseUnreadableException>(
            () => api.Adapter.SendCollectionAsync(Api.Request(Api.Get), Proposal.Create, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Reads_lists_primitives_and_streams()
    {
        var bodies = new Queue<string>(["""[{"label":"a"},{"label":"b"}]""", "[1,2]", "7", "stream"]);
        await using var server = await StubServer.StartAsync(http => StubServer.AnswerAsync(http, 200, bodies.Dequeue()));
        using var api = new Api(server.Address);

        var models = await api.Adapter.SendCollectionAsync(Api.Request(Api.Get), Proposal.Create, cancellationToken: Cancellation);
        var numbers = await api.Adapter.SendPrimitiveCollectionAsync<int?>(Api.Request(Api.Get), cancellationToken: Cancellation);
        var number = await api.Adapter.SendPrimitiveAsync<int?>(Api.Request(Api.Get), cancellationToken: Cancellation);
        await using var stream = await api.Adapter.SendPrimitiveAsync<Stream>(Api.Request(Api.Get), cancellationToken: Cancellation);
        using var reader = new StreamReader(stream!);

        Assert.Equal("ab", string.Concat(models!.Select(model => model.Label)));
        Assert.Equal([1, 2], numbers!);
        Assert.Equal(7, number);
        Assert.Equal("stream", await reader.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task Does_not_call_the_outcome_of_a_write_unknown_that_was_never_sent()
    {
        using var api = new Api(UnusedAddress());

        var exception = await Assert.ThrowsAsync<ServiceUnavailableException>(() => api.PutAsync(Version, cancellationToken: Cancellation));

        Assert.Equal(0, exception.ResponseStatusCode);
        Assert.Contains("was not sent: no connection could be made", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_call_the_outcome_of_a_write_unknown_that_waited_for_its_turn_until_time_ran_out()
    {
        await using var server = await StubServer.StartAsync(200, "{}");
        using var waiting = new WaitingHandler();
        using var api = new Api(server.Address, timeout: TimeSpan.FromMilliseconds(100), outermost: waiting);

        var exception = await Assert.ThrowsAsync<ServiceUnavailableException>(() => api.PutAsync(Version, cancellationToken: Cancellation));

        Assert.Contains("was not sent: the time limit passed", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Counts_every_attempt_of_a_handler_that_repeats()
    {
        await using var server = new RawServer(number => $"HTTP/1.1 {(number < 3 ? 503 : 204)} X\r\nX-Trace-Id: trace-{number}\r\nContent-Length: 0\r\n\r\n");
        using var repeating = new RepeatingHandler();
        using var api = new Api(server.Address, outermost: repeating);
        var context = new OperationContext();

        await api.SubmitAsync(Version, context);

        Assert.Equal(3, context.Attempts);
        Assert.Equal("trace-3", context.TraceId);
    }

    [Fact]
    public async Task Calls_the_outcome_of_a_write_unknown_whose_connection_broke()
    {
        await using var server = new RawServer(_ => null);
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => api.SubmitAsync(Version));

        Assert.Equal("submit", exception.Operation?.Id);
        Assert.Contains("Read the resource again (GET /proposals/42) before you send anything else", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_the_outcome_of_a_write_unknown_that_got_no_answer_in_time()
    {
        var received = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync(http => HangAsync(http, received));
        using var api = new Api(server.Address, timeout: TimeSpan.FromMilliseconds(300));

        var exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => api.PutAsync(Version, cancellationToken: Cancellation));

        Assert.True(received.Task.IsCompleted);
        Assert.Contains("no answer came within the time limit", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_a_read_unavailable_that_got_no_answer()
    {
        await using var broken = new RawServer(_ => null);
        await using var slow = await StubServer.StartAsync(http => HangAsync(http, new TaskCompletionSource()));
        using var brokenApi = new Api(broken.Address);
        using var slowApi = new Api(slow.Address, timeout: TimeSpan.FromMilliseconds(300));

        var first = await Assert.ThrowsAsync<ServiceUnavailableException>(() => brokenApi.GetAsync());
        var second = await Assert.ThrowsAsync<ServiceUnavailableException>(() => slowApi.GetAsync());

        Assert.Contains("Nothing was changed", first.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", second.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, typeof(ServerErrorException))]
    [InlineData(501, typeof(ServerErrorException))]
    [InlineData(502, typeof(ServiceUnavailableException))]
    [InlineData(503, typeof(ServiceUnavailableException))]
    [InlineData(504, typeof(ServiceUnavailableException))]
    public async Task Calls_the_outcome_of_a_write_unknown_that_a_server_failed_at(int status, Type ofARead)
    {
        await using var server = await StubServer.StartAsync(status, """{"message":"the server's words"}""", headers: ("X-Trace-Id", "trace-1"));
        using var api = new Api(server.Address);

        var write = await Assert.ThrowsAsync<OutcomeUnknownException>(() => api.SubmitAsync(Version));
        var read = await Assert.ThrowsAnyAsync<SieSmartException>(() => api.GetAsync());

        Assert.Equal(status, write.ResponseStatusCode);
        Assert.Equal("trace-1", write.TraceId);
        Assert.Equal("the server's words", Assert.IsType<ApiError>(write.Error).Message);
        Assert.StartsWith("The outcome of POST /proposals/{proposal-id}/decision is unknown", write.Message, StringComparison.Ordinal);
        Assert.Contains($"answered {status}", write.Message, StringComparison.Ordinal);
        Assert.Contains("Read the resource again (GET /proposals/42) before you send anything else", write.Message, StringComparison.Ordinal);
        Assert.IsType(ofARead, read);
        Assert.Equal(status, read.ResponseStatusCode);
        Assert.Contains("Nothing was changed", read.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 412 X")]
    [InlineData("HTTP/1.1 404 X")]
    [InlineData("HTTP/1.1 429 X")]
    public async Task Calls_the_outcome_of_a_write_unknown_whose_second_attempt_was_refused_after_the_first_was_lost(string refusal)
    {
        await using var server = new RawServer(number => number == 1 ? null : $"{refusal}\r\nContent-Length: 0\r\n\r\n");
        using var repeating = new RepeatingHandler();
        using var api = new Api(server.Address, outermost: repeating);
        var context = new OperationContext();

        var exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => api.PutAsync(Version, context, Cancellation));

        Assert.True(context.IsInDoubt);
        Assert.Equal(2, context.Attempts);
        Assert.Contains("an earlier one of 2 attempts got no usable answer", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_the_outcome_of_a_write_unknown_whose_second_attempt_could_not_be_made()
    {
        await using var server = new RawServer(_ => null);
        using var repeating = new RepeatingHandler(new RateLimitExceededException("The request was not sent: the queue is full."));
        using var api = new Api(server.Address, outermost: repeating);

        var exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => api.PutAsync(Version, cancellationToken: Cancellation));

        Assert.Equal("putCustomer", exception.Operation?.Id);
        Assert.IsType<RateLimitExceededException>(exception.InnerException);
        Assert.Contains("the queue is full", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_a_conflict_as_one_where_the_attempt_before_was_refused()
    {
        await using var server = new RawServer(number => $"HTTP/1.1 {(number == 1 ? 429 : 412)} X\r\nContent-Length: 0\r\n\r\n");
        using var repeating = new RepeatingHandler();
        using var api = new Api(server.Address, outermost: repeating);

        await Assert.ThrowsAsync<PreconditionFailedException>(() => api.PutAsync(Version, cancellationToken: Cancellation));

        Assert.Equal(2, server.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Does_not_take_a_proxys_page_for_the_answer_to_a_write(bool hasBody)
    {
        await using var server = await StubServer.StartAsync(200, "<html>Captive portal</html>", "text/html; charset=utf-8");
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAsync<OutcomeUnknownException>(
            () => hasBody ? api.PutAsync(Version, cancellationToken: Cancellation) : (Task)api.SubmitAsync(Version));

        Assert.Equal(200, exception.ResponseStatusCode);
        Assert.Contains("as if a proxy had answered in its place", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Kiota asks for JSON beside a file, since errors come so.</summary>
    [Theory]
    [InlineData("application/pdf", "application/json")]
    [InlineData("application/pdf, application/json", "application/json; charset=utf-8")]
    [InlineData("application/pdf, application/json, */*;q=0.1", "application/problem+json")]
    [InlineData("application/pdf", "text/html")]
    [InlineData("application/pdf", "image/png")]
    public async Task Does_not_take_another_type_of_file_for_the_one_that_was_asked_for(string accept, string contentType)
    {
        await using var server = await StubServer.StartAsync(200, "{}", contentType);
        using var api = new Api(server.Address);
        var request = Api.Request(Api.Get);
        request.Headers.TryAdd("Accept", accept);

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(
            () => api.Adapter.SendPrimitiveAsync<Stream>(request, cancellationToken: Cancellation));

        Assert.Contains($"content type: {contentType}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("*/*")]
    public async Task Takes_JSON_for_a_file_where_it_was_asked_for(string accept)
    {
        await using var server = await StubServer.StartAsync(200, "{}", "application/json");
        using var api = new Api(server.Address);
        var request = Api.Request(Api.Get);
        request.Headers.TryAdd("Accept", accept);

        await using var file = await api.Adapter.SendPrimitiveAsync<Stream>(request, cancellationToken: Cancellation);

        using var reader = new StreamReader(file!);
        Assert.Equal("{}", await reader.ReadToEndAsync(Cancellation));
    }

    [Fact]
    public async Task Leaves_the_callers_own_cancellation_alone()
    {
        var received = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync(http => HangAsync(http, received));
        using var api = new Api(server.Address);
        using var cancellation = new CancellationTokenSource();

        var call = api.PutAsync(Version, cancellationToken: cancellation.Token);
        await received.Task.WaitAsync(Cancellation);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Leaves_the_callers_own_mistakes_alone()
    {
        using var api = new Api(new Uri("http://127.0.0.1:9"));
        var request = new RequestInformation { HttpMethod = Method.GET, UrlTemplate = "no address at all" };

        await Assert.ThrowsAsync<UriFormatException>(() => api.Adapter.SendNoContentAsync(request, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Says_of_an_inferred_path_that_it_may_be_wrong()
    {
        await using var server = await StubServer.StartAsync(404);
        using var api = new Api(server.Address);

        var inferred = await Assert.ThrowsAsync<ResourceNotFoundException>(() => api.SubmitAsync(Version));
        var documented = await Assert.ThrowsAsync<ResourceNotFoundException>(() => api.GetAsync());

        Assert.Contains("/proposals/{proposal-id}/decision is inferred, not documented by the vendor", inferred.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("inferred", documented.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_of_a_request_without_a_version_where_one_comes_from()
    {
        await using var server = await StubServer.StartAsync(412);
        using var api = new Api(server.Address);
        var request = Api.Request(Api.Put);
        OperationContext.Attach(request, Api.Put);

        var exception = await Assert.ThrowsAsync<PreconditionFailedException>(
            () => api.Adapter.SendNoContentAsync(request, cancellationToken: Cancellation));

        Assert.Contains("Send an If-Match header with the ETag of GET /proposals/{proposal-id}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explains_a_request_that_was_built_by_hand_without_quoting_its_arguments()
    {
        await using var server = await StubServer.StartAsync(403);
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAsync<AccessDeniedException>(
            () => api.Adapter.SendNoContentAsync(Api.Request(Api.Get, "id-of-a-customer"), cancellationToken: Cancellation));

        Assert.Null(exception.Operation);
        Assert.StartsWith("403 Forbidden: GET /proposals/{proposal%2Did}:", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("id-of-a-customer", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_the_fields_that_the_api_found_wrong()
    {
        await using var server = await StubServer.StartAsync(422, """{"message":"officeId is unknown"}""");
        using var api = new Api(server.Address, new OperationRequestAdapterOptions
        {
            FieldErrors = error => [new FieldError("officeId", ((ApiError)error).Message)],
        });

        var exception = await Assert.ThrowsAsync<RequestRejectedException>(() => api.PutAsync(Version, cancellationToken: Cancellation));

        Assert.Equal([new FieldError("officeId", "officeId is unknown")], exception.FieldErrors);
        Assert.Contains("Correct these fields: officeId: officeId is unknown.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Says_how_long_the_api_asks_to_wait(int status)
    {
        await using var server = await StubServer.StartAsync(status, headers: ("Retry-After", "7"));
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAnyAsync<SieSmartException>(() => api.GetAsync());

        Assert.Equal(TimeSpan.FromSeconds(7), exception.RetryAfter);
    }

    [Fact]
    public async Task Adds_the_advice_that_the_client_has()
    {
        await using var server = await StubServer.StartAsync(404);
        using var api = new Api(server.Address, new OperationRequestAdapterOptions { Advice = context => $"Advice for {context.Operation}." });

        var exception = await Assert.ThrowsAsync<ResourceNotFoundException>(() => api.GetAsync());

        Assert.EndsWith("Advice for GET /proposals/{proposal-id}.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_no_more_than_a_part_of_a_long_message()
    {
        await using var server = await StubServer.StartAsync(409, $$"""{"message":"{{new string('x', 100_000)}}"}""");
        using var api = new Api(server.Address);

        var exception = await Assert.ThrowsAsync<RequestRejectedException>(() => api.PutAsync(Version, cancellationToken: Cancellation));

        Assert.InRange(exception.Message.Length, 500, 1_000);
    }

    [Fact]
    public void An_exception_can_be_made_for_a_test()
    {
        var exception = new PreconditionFailedException("stale", operation: Api.Put, sentETag: Version, traceId: "trace");

        Assert.Equal("trace", exception.TraceId);
        Assert.Equal(Version, exception.SentETag);
        Assert.IsType<ApiException>(exception, exactMatch: false);
    }

    private static async Task HangAsync(HttpContext http, TaskCompletionSource received)
    {
        received.SetResult();
        var aborted = new TaskCompletionSource();
        await using var registration = http.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    }

    private sealed class WaitingHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Tries again after no answer, 429 and 503, or fails then in its own way.</summary>
    private sealed class RepeatingHandler(SieSmartException? failure = null) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                var response = await base.SendAsync(request, cancellationToken);
                var isFirst = Interlocked.Exchange(ref _isRepetition, true) is false;
                return (int)response.StatusCode == 503 || ((int)response.StatusCode == 429 && isFirst) ? await SendAsync(request, cancellationToken) : response;
            }
            catch (HttpRequestException)
            {
                _isRepetition = true;
                return failure is null ? await base.SendAsync(request, cancellationToken) : throw failure;
            }
        }

        private bool _isRepetition;
    }

    private static Uri UnusedAddress()
    {
        using var socket = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        socket.Start();
        return new Uri($"http://{socket.LocalEndpoint}");
    }
}
