using Microsoft.AspNetCore.Http;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Runtime.Tests;

public sealed class BoundedAttemptHandlerTests
{
    private static readonly ETag Version = ETag.Parse("2026-01-02T03:04:05.678Z");

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Gives_up_an_attempt_that_gets_no_answer()
    {
        var received = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync(http => HangAsync(http, received));
        using var api = ApiOf(server);

        var read = api.GetAsync();
        var write = api.SubmitAsync(Version);
        await received.Task;
        while (server.Requests.Count < 2)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        _clock.Advance(TimeSpan.FromSeconds(5));

        var unavailable = await Assert.ThrowsAsync<ServiceUnavailableException>(() => read);
        var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => write);
        Assert.Contains("The attempt was given up after 5 s", unavailable.Message, StringComparison.Ordinal);
        Assert.IsType<TimeoutException>(unknown.InnerException);
    }

    [Fact]
    public async Task Says_that_a_write_was_applied_whose_answer_trickles()
    {
        var received = new TaskCompletionSource();
        await using var server = await StubServer.StartAsync(async http =>
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("{");
            await http.Response.Body.FlushAsync();
            await HangAsync(http, received);
        });
        using var api = ApiOf(server);

        var write = api.PutAsync(Version, cancellationToken: TestContext.Current.CancellationToken);
        await received.Task;
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(5));

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(() => write);
        Assert.Contains("was applied", exception.Message, StringComparison.Ordinal);
        Assert.IsType<TimeoutException>(exception.InnerException);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reads_no_more_than_it_may(bool isAnnounced)
    {
        await using var server = await StubServer.StartAsync(async http =>
        {
            http.Response.ContentType = "application/json";
            http.Response.ContentLength = isAnnounced ? 2000 : null;
            await http.Response.WriteAsync(new string(' ', 2000));
        });
        using var api = ApiOf(server);

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(() => api.GetAsync());

        Assert.Contains("larger than the 1000 bytes that are read", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_a_body_as_it_is_and_its_headers()
    {
        await using var server = await StubServer.StartAsync(200, """{"label":"ü"}""", headers: [("ETag", "v1"), ("Content-Language", "de")]);
        using var api = ApiOf(server);

        var answer = await api.GetAsync();

        Assert.Equal("ü", answer.Value.Label);
        Assert.Equal("de", Assert.Single(answer.ResponseHeaders["Content-Language"]));
    }

    [Fact]
    public async Task Keeps_the_meaning_of_a_status_whose_body_breaks_off()
    {
        await using var server = new RawServer(_ => "HTTP/1.1 412 X\r\nContent-Type: application/json\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{\"message\":");
        using var api = new Api(server.Address, outermost: new BoundedAttemptHandler(TimeSpan.FromSeconds(5), 1000, _clock));

        await Assert.ThrowsAsync<PreconditionFailedException>(() => api.SubmitAsync(Version));
    }

    [Theory]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("text/plain")]
    public async Task Keeps_the_beginning_of_a_page_out_of_the_message(string contentType)
    {
        await using var server = await StubServer.StartAsync(502, $"<h1>Bad gateway</h1>{new string('x', 700)}", contentType);
        using var api = ApiOf(server);

        var exception = await Assert.ThrowsAsync<ServiceUnavailableException>(() => api.GetAsync());

        Assert.StartsWith("<h1>Bad gateway</h1>", exception.ResponseExcerpt, StringComparison.Ordinal);
        Assert.Equal(500, exception.ResponseExcerpt!.Length);
        Assert.DoesNotContain("Bad gateway</h1>", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_nothing_of_what_the_api_itself_says()
    {
        await using var server = await StubServer.StartAsync(502, """{"message":"the customer's name"}""");
        using var api = ApiOf(server);

        Assert.Null((await Assert.ThrowsAsync<ServiceUnavailableException>(() => api.GetAsync())).ResponseExcerpt);
    }

    [Fact]
    public async Task Allocates_nothing_for_a_body_that_is_claimed_before_it_comes()
    {
        const int Most = 8 * 1024;
        await SendAsync(new PromisedBody(length: 1));
        var promised = new PromisedBody(length: 50_000_000);
        using var handler = new BoundedAttemptHandler(TimeSpan.FromMinutes(1), 100_000_000) { InnerHandler = promised };
        using var invoker = new HttpMessageInvoker(handler);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");

        var before = GC.GetAllocatedBytesForCurrentThread();
        var call = invoker.SendAsync(request, CancellationToken.None);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.False(call.IsCompleted);
        promised.Keep();
        using var response = await call;
        Assert.InRange(allocated, 0, Most);
        Assert.Equal(3, (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length);

        static async Task SendAsync(PromisedBody promised)
        {
            using var handler = new BoundedAttemptHandler(TimeSpan.FromMinutes(1), 100) { InnerHandler = promised };
            using var invoker = new HttpMessageInvoker(handler);
            using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
            promised.Keep();
            using var response = await invoker.SendAsync(request, CancellationToken.None);
        }
    }

    [Fact]
    public void Needs_limits()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoundedAttemptHandler(TimeSpan.Zero, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BoundedAttemptHandler(TimeSpan.FromSeconds(1), 0));
    }

    private Api ApiOf(StubServer server) =>
        new(server.Address, outermost: new BoundedAttemptHandler(TimeSpan.FromSeconds(5), 1000, _clock));

    private static async Task HangAsync(HttpContext http, TaskCompletionSource received)
    {
        received.TrySetResult();
        var aborted = new TaskCompletionSource();
        await using var registration = http.RequestAborted.Register(() => aborted.TrySetResult());
        await aborted.Task;
    }
}
