using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Tracing;

public sealed class TelemetryTests : IAsyncLifetime
{
    private StubApi _api = null!;
    private Recording _recording = null!;
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await StubApi.StartAsync();
        _recording = new Recording(_api.Address);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_recording));
        services.AddSieSmartClient(_api.Configure);
        _services = services.BuildServiceProvider();
        _recording.Listen(_services);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _recording.Dispose();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task A_call_has_a_span_and_so_has_each_attempt_within()
    {
        Answer(401, 204);

        await _services.Client().WriteAsync();

        Assert.Equal([ActivityKind.Client, ActivityKind.Client, ActivityKind.Internal], _recording.Spans.Select(span => span.Kind));
        var (first, second, call) = (_recording.Spans.ElementAt(0), _recording.Spans.ElementAt(1), _recording.Spans.ElementAt(2));
        Assert.All(_recording.Spans, span => Assert.Equal("POST /proposals/{proposal-id}/decision", span.DisplayName));
        Assert.All([first, second], span => Assert.Equal(call.SpanId, span.ParentSpanId));
        Assert.Equal(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["http.request.method"] = "POST",
                ["server.address"] = "127.0.0.1",
                ["server.port"] = _api.Address.Port,
                ["url.template"] = "/proposals/{proposal-id}/decision",
                ["url.full"] = new Uri(_api.Address, "/b2b/v1/proposals/42/decision").AbsoluteUri,
                ["http.response.status_code"] = 401,
                ["error.type"] = "401",
                ["siesmart.trace_id"] = "trace-1",
            },
            first.TagObjects.ToDictionary(StringComparer.Ordinal));
        Assert.Equal(ActivityStatusCode.Error, first.Status);
        Assert.Equal(1, second.GetTagItem("http.request.resend_count"));
        Assert.Equal(ActivityStatusCode.Unset, second.Status);
        Assert.Equal(("submit", 2, "trace-1", 204), (call.GetTagItem("siesmart.operation.id"), call.GetTagItem("siesmart.attempts"), call.GetTagItem("siesmart.trace_id"), call.GetTagItem("http.response.status_code")));
    }

    [Fact]
    public async Task Durations_waits_retries_refusals_and_tokens_are_measured()
    {
        Answer(429, 204);

        await _services.Client().ReadAsync();

        Assert.Empty(_recording.Of("http.client.request.duration"));
        Assert.Equal("GET", Assert.Single(_recording.Of("siesmart.client.call.duration")).Tags["http.request.method"]);
        Assert.Equal(["interactive", "interactive"], _recording.Of("siesmart.client.throttle.wait").Select(measurement => measurement.Tags["siesmart.priority"]));
        Assert.Equal("RateLimited", Assert.Single(_recording.Of("siesmart.client.retries")).Tags["siesmart.retry.reason"]);
        Assert.Equal(true, Assert.Single(_recording.Of("siesmart.client.rate_limited")).Tags["siesmart.retry_after.given"]);
        Assert.Equal(1, Assert.Single(_recording.Of("siesmart.client.token.fetches")).Value);
    }

    [Fact]
    public async Task What_is_logged_of_a_call_says_which_and_under_which_trace_id()
    {
        Answer(403);

        await Assert.ThrowsAsync<AccessDeniedException>(() => _services.Client().WriteAsync());

        Assert.Contains(_recording.Lines, line =>
            line.StartsWith("Warning: POST /proposals/{proposal-id}/decision -> 403 after 1 attempt in ", StringComparison.Ordinal)
            && line.Contains("(trace id trace-1)", StringComparison.Ordinal)
            && line.Contains("Operation:POST /proposals/{proposal-id}/decision Attempt:1 TraceId:trace-1]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, "1 attempt")]
    [InlineData(2, "2 attempts")]
    public async Task What_is_logged_of_a_call_counts_its_attempts_and_says_that_there_is_no_trace_id(int attempts, string expected)
    {
        var left = attempts;
        _api.Answer = http => StubServer.AnswerAsync(http, --left > 0 ? 429 : 403, headers: ("Retry-After", "0"));

        await Assert.ThrowsAsync<AccessDeniedException>(() => _services.Client().WriteAsync());

        var line = Assert.Single(_recording.Lines, line => line.StartsWith("Warning: POST /proposals/{proposal-id}/decision -> ", StringComparison.Ordinal));
        Assert.StartsWith($"Warning: POST /proposals/{{proposal-id}}/decision -> 403 after {expected} in ", line, StringComparison.Ordinal);
        Assert.Contains("(no trace id)", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Headers_are_logged_if_they_are_on_the_list()
    {
        Answer(204);

        await _services.Client().WriteAsync();

        var sent = Assert.Single(_recording.Lines, line => line.StartsWith("Trace: Attempt 1 sends", StringComparison.Ordinal));
        Assert.Contains("If-Match: 2026-01-02T03:04:05.678Z", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", sent, StringComparison.Ordinal);
        var received = Assert.Single(_recording.Lines, line => line.StartsWith("Trace: Attempt 1 got 204", StringComparison.Ordinal));
        Assert.Contains("X-B2B-TRACE-ID: trace-1", received, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Internal", received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_is_no_part_of_a_span()
    {
        Answer(204);

        await _services.Client().SendRawAsync(new Uri(_api.Address, "/b2b/v1/companies?name=Smith"));

        Assert.All(_recording.Spans, span => Assert.DoesNotContain("Smith", string.Concat(span.TagObjects), StringComparison.Ordinal));
        Assert.EndsWith("/b2b/v1/companies?*", (string)_recording.Spans.First().GetTagItem("url.full")!, StringComparison.Ordinal);
    }

    private void Answer(params int[] statuses)
    {
        var next = -1;
        _api.Answer = http => StubServer.AnswerAsync(
            http,
            statuses[Math.Min(Interlocked.Increment(ref next), statuses.Length - 1)],
            headers: [("X-B2B-TRACE-ID", "trace-1"), ("X-Internal", "yes"), ("Retry-After", "0")]);
    }
}
