using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Runtime.Tests;

public sealed class OperationContextHandlerTests
{
    private static readonly ETag Version = ETag.Parse("2026-01-02T03:04:05.678Z");

    [Theory]
    [InlineData("2026-01-02T03:04:05.678Z")]
    [InlineData("\"2026-01-02T03:04:05.678Z\"")]
    [InlineData("W/\"v1\"")]
    [InlineData("Fri, 02 Jan 2026 03:04:05 GMT")]
    public async Task Reads_an_etag_byte_for_byte_and_sends_it_back_so(string value)
    {
        await using var server = await StubServer.StartAsync(200, "{}", headers: ("ETag", value));
        using var api = new Api(server.Address);

        var (_, etag) = await api.GetAsync();
        await api.PutAsync(etag, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(value, etag.ToString());
        Assert.Equal(value, Assert.Single(server.Requests[1].Headers["If-Match"]));
    }

    [Fact]
    public async Task Sees_no_etag_where_the_answer_names_two()
    {
        await using var server = await StubServer.StartAsync(200, "{}", headers: [("ETag", "v1"), ("ETag", "v2")]);
        using var api = new Api(server.Address);

        Assert.False((await api.GetAsync()).HasETag);
    }

    [Fact]
    public async Task Sees_no_etag_in_one_that_could_not_be_sent_back()
    {
        await using var server = new RawServer(_ => "HTTP/1.1 200 OK\r\nETag: v\u00e91\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
        using var api = new Api(server.Address);

        Assert.False((await api.GetAsync()).HasETag);
    }

    [Fact]
    public async Task Lets_its_caller_note_what_is_sent_before_it_is()
    {
        await using var server = await StubServer.StartAsync(204);
        using var api = new Api(server.Address);
        var sentBefore = -1;
        var context = new OperationContext();
        context.BeforeSending = _ =>
        {
            sentBefore = server.Requests.Count + context.Attempts;
            return Task.CompletedTask;
        };

        await api.SubmitAsync(Version, context);

        Assert.Equal((0, 1, 1), (sentBefore, server.Requests.Count, context.Attempts));
    }

    [Fact]
    public async Task Sends_nothing_that_its_caller_could_not_note()
    {
        await using var server = await StubServer.StartAsync(204);
        using var api = new Api(server.Address);
        var context = new OperationContext { BeforeSending = _ => throw new NotSupportedException("The disk is full.") };

        await Assert.ThrowsAsync<NotSupportedException>(() => api.SubmitAsync(Version, context));

        Assert.Empty(server.Requests);
        Assert.Equal((0, false), (context.Attempts, context.IsInDoubt));
    }

    [Fact]
    public async Task Gives_a_write_without_a_body_an_empty_one()
    {
        await using var server = await StubServer.StartAsync(204);
        using var api = new Api(server.Address);

        await api.SubmitAsync(Version);

        var request = Assert.Single(server.Requests);
        Assert.Equal("0", Assert.Single(request.Headers["Content-Length"]));
        Assert.Equal(Version.ToString(), Assert.Single(request.Headers["If-Match"]));
    }

    [Fact]
    public async Task Gives_a_read_no_body()
    {
        await using var server = await StubServer.StartAsync(200, "{}");
        using var api = new Api(server.Address);

        await api.GetAsync();

        Assert.False(Assert.Single(server.Requests).Headers.ContainsKey("Content-Length"));
    }

    [Fact]
    public async Task Keeps_the_transport_from_sending_a_write_again_when_a_pooled_connection_breaks()
    {
        await using var server = new RawServer(number => number == 1 ? "HTTP/1.1 204 No Content\r\n\r\n" : null);
        using var api = new Api(server.Address);

        await api.SubmitAsync(Version);
        var exception = await Assert.ThrowsAsync<OutcomeUnknownException>(() => api.SubmitAsync(Version));

        Assert.Equal(2, server.Requests);
        Assert.Contains("may have been applied", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_the_adapter_from_answering_a_challenge_behind_the_back_of_the_pipeline()
    {
        const string Challenge = "Bearer claims=\"eyJhY2Nlc3NfdG9rZW4iOnt9fQ==\"";
        await using var server = await StubServer.StartAsync(401, headers: ("WWW-Authenticate", Challenge));
        using var api = new Api(server.Address);
        var context = new OperationContext();

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => api.SubmitAsync(Version, context));

        Assert.Single(server.Requests);
        Assert.Equal(Challenge, Assert.Single(context.ResponseHeaders["WWW-Authenticate"]));
    }

    [Theory]
    [InlineData("7", null, 7)]
    [InlineData("0", null, 0)]
    [InlineData("Fri, 02 Jan 2026 03:04:35 GMT", null, 30)]
    [InlineData("Fri, 02 Jan 2026 05:04:35 GMT", "Fri, 02 Jan 2026 05:04:05 GMT", 30)]
    [InlineData("Fri, 02 Jan 2026 03:00:00 GMT", null, 0)]
    [InlineData("soon", null, null)]
    public async Task Reads_how_long_to_wait_in_seconds_or_by_the_clock_of_the_server(string retryAfter, string? date, int? seconds)
    {
        var headers = $"Retry-After: {retryAfter}\r\n" + (date is null ? string.Empty : $"Date: {date}\r\n");
        await using var server = new RawServer(_ => $"HTTP/1.1 429 Too Many Requests\r\n{headers}Content-Length: 0\r\n\r\n");
        using var api = new Api(server.Address, new OperationRequestAdapterOptions { TimeProvider = new FakeTimeProvider() });

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => api.GetAsync());

        Assert.Equal(seconds, exception.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public void Needs_the_name_of_the_trace_id_header() =>
        Assert.Throws<ArgumentException>(() => new OperationContextHandler(string.Empty));
}
