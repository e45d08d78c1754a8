using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Tests.Fixtures;
using SieSmart.Sandbox.Tracing;

namespace SieSmart.Sandbox.Tests;

/// <summary>What a fault does to the answer, and whether the request was carried out all the same.</summary>
public sealed partial class FaultyAnswerTests
{
    private const string Body = """{ "companyName": "Brook Ltd" }""";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_is_closed_in_order_without_an_answer(bool afterWrite)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        sandbox.Faults.Enqueue(afterWrite ? Fault.ClosedAfterWrite() : Fault.ClosedBeforeWrite());

        var answer = await WireAnswer.OfAsync(sandbox, caller, "PUT", CustomerOf(created), Body, created.ETag!);

        Assert.Equal(new WireAnswer(string.Empty, 0, WasReset: false), answer);
        Assert.Equal((null, afterWrite), OutcomeOfPut(sandbox));
        Assert.Equal(afterWrite, await WasChangedAsync(caller, created));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_dropped_connection_is_reset_without_an_answer(bool afterWrite)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        sandbox.Faults.Enqueue(afterWrite ? Fault.DroppedAfterWrite() : Fault.DroppedBeforeWrite());

        var answer = await WireAnswer.OfAsync(sandbox, caller, "PUT", CustomerOf(created), Body, created.ETag!);

        Assert.Equal(new WireAnswer(string.Empty, 0, WasReset: true), answer);
        Assert.Equal((null, afterWrite), OutcomeOfPut(sandbox));
        Assert.Equal(afterWrite, await WasChangedAsync(caller, created));
    }

    [Fact]
    public async Task A_connection_is_reset_when_half_of_the_body_has_left()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        sandbox.Faults.Enqueue(Fault.DroppedInBody());

        var answer = await WireAnswer.OfAsync(sandbox, caller, "PUT", CustomerOf(created), Body, created.ETag!);

        Assert.StartsWith("HTTP/1.1 200 OK", answer.Head, StringComparison.Ordinal);
        Assert.Equal(int.Parse(ContentLength().Match(answer.Head).Groups["length"].Value, CultureInfo.InvariantCulture) / 2, answer.BodyLength);
        Assert.True(answer.WasReset);
        Assert.Equal((200, true), OutcomeOfPut(sandbox));
    }

    [Fact]
    public async Task Without_a_fault_a_connection_ends_in_order()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        var answer = await WireAnswer.OfAsync(sandbox, caller, "PUT", CustomerOf(created), Body, created.ETag!);

        Assert.False(answer.WasReset);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_status_can_come_before_and_after_the_write(bool afterWrite)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        var fault = Fault.Status(HttpStatusCode.GatewayTimeout);
        sandbox.Faults.Enqueue(afterWrite ? fault.AfterWrite() : fault);

        var answer = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);

        Assert.Equal(HttpStatusCode.GatewayTimeout, answer.Status);
        Assert.Equal(answer.TraceId, answer.Text("traceId"));
        Assert.Null(answer.ETag);
        Assert.Equal((504, afterWrite), OutcomeOfPut(sandbox));
        Assert.Equal(afterWrite, await WasChangedAsync(caller, created));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_proxy_answers_with_a_page_and_without_a_trace_id(bool afterWrite)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        sandbox.Faults.Enqueue(afterWrite ? Fault.HtmlPage().AfterWrite() : Fault.HtmlPage());

        var answer = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("text/html; charset=utf-8", answer.Headers["Content-Type"]);
        Assert.StartsWith("<!DOCTYPE html>", Encoding.UTF8.GetString(answer.Content), StringComparison.Ordinal);
        Assert.Null(answer.TraceId);
        Assert.Null(answer.ETag);
        Assert.Equal((200, afterWrite), OutcomeOfPut(sandbox));
        Assert.Equal(afterWrite, await WasChangedAsync(caller, created));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_gives_up_waiting_has_or_has_not_written(bool afterWrite)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        var fault = Fault.Latency(TimeSpan.FromMinutes(1));
        sandbox.Faults.Enqueue(afterWrite ? fault.AfterWrite() : fault);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WireAnswer.OfAsync(
            sandbox, caller, "PUT", CustomerOf(created), Body, created.ETag!, patience: TimeSpan.FromMilliseconds(500)));

        Assert.Equal(afterWrite ? 1 : 0, sandbox.Requests.Count(request => request is { Method: "PUT", WasCarriedOut: true }));
        Assert.Equal(afterWrite, await WasChangedAsync(caller, created));
    }

    [Fact]
    public async Task A_late_answer_is_the_right_one()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        sandbox.Faults.Enqueue(Fault.Latency(TimeSpan.FromMilliseconds(50)).AfterWrite(), times: 2);

        var changed = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);
        var refused = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);

        Assert.Equal(changed.ETag, (await caller.GetAsync($"/proposals/{created.ProposalId}")).ETag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.Status);
    }

    [Fact]
    public async Task Half_of_a_body_can_be_missing_unnoticed_by_http()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        sandbox.Faults.Enqueue(Fault.TruncatedBody());

        var answer = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(answer.Content.Length, int.Parse(answer.Headers["Content-Length"], CultureInfo.InvariantCulture));
        Assert.NotNull(answer.ETag);
        Assert.ThrowsAny<JsonException>(() => answer.Json);
        Assert.True(await WasChangedAsync(caller, created));
    }

    [Fact]
    public async Task A_body_can_be_called_what_it_is_not()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        sandbox.Faults.Enqueue(Fault.WrongContentType("text/csv"));

        var answer = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);

        Assert.Equal("text/csv", answer.Headers["Content-Type"]);
        Assert.Equal(created.ProposalId, answer.ProposalId);
    }

    [Fact]
    public async Task A_large_body_is_valid_and_does_not_announce_its_length()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        sandbox.Faults.Enqueue(Fault.LargeBody(1_000_000));

        var answer = await caller.CreateAsync();

        Assert.Equal(1_000_000, answer.Content.Length);
        Assert.DoesNotContain("Content-Length", answer.Headers.Keys);
        Assert.True(answer.ProposalId > 0);
    }

    [Fact]
    public async Task A_slow_body_takes_its_time_and_is_whole()
    {
        var duration = TimeSpan.FromMinutes(5);
        var clock = new ImpatientClock();
        await using var sandbox = await LocalSandbox.StartAsync(new() { TimeProvider = clock });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        sandbox.Faults.Enqueue(Fault.SlowBody(duration));

        var answer = await caller.CreateAsync();

        Assert.InRange(clock.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait), 0.9 * duration, duration);
        Assert.True(answer.ProposalId > 0);
    }

    [Fact]
    public async Task A_fault_of_the_body_leaves_an_error_alone()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        sandbox.Faults.Enqueue(Fault.TruncatedBody());

        var answer = await caller.PutCustomerAsync(created.ProposalId, "stale");

        Assert.Equal((HttpStatusCode.PreconditionFailed, "IF_MATCH_STALE"), (answer.Status, answer.Text("code")));
        Assert.Equal((412, false), OutcomeOfPut(sandbox));
    }

    [Fact]
    public async Task An_answer_without_a_body_has_none_that_goes_wrong()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        sandbox.Faults.Enqueue(Fault.DroppedInBody());

        Assert.Equal(HttpStatusCode.NoContent, (await caller.SendAsync("DELETE", "/notification-endpoints")).Status);
    }

    private static string CustomerOf(Answer created) => $"/proposals/{created.ProposalId}/customer";

    private static (int? Status, bool WasCarriedOut) OutcomeOfPut(SandboxServer sandbox)
    {
        RecordedRequest put = sandbox.Requests.Single(request => request.Method == "PUT");
        return (put.Status, put.WasCarriedOut);
    }

    private static async Task<bool> WasChangedAsync(ApiCaller caller, Answer created) =>
        (await caller.GetAsync($"/proposals/{created.ProposalId}")).ETag != created.ETag;

    [GeneratedRegex(@"Content-Length: (?<length>\d+)", RegexOptions.None, 1000)]
    private static partial Regex ContentLength();
}
