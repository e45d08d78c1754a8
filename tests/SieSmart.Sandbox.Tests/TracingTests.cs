using System.Net;
using SieSmart.Sandbox.Tests.Fixtures;

namespace SieSmart.Sandbox.Tests;

public sealed class TracingTests
{
    [Fact]
    public async Task Every_answer_has_a_trace_id_of_its_own()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        Answer[] answers =
        [
            created,
            await caller.RequestTokenAsync(),
            await caller.GetAsync("/common/offices"),
            await caller.GetAsync("/nothing/here"),
            await caller.SendAsync("PATCH", $"/proposals/{created.ProposalId}"),
            await caller.PutCustomerAsync(created.ProposalId),
            await caller.SendAsync("DELETE", "/notification-endpoints"),
        ];

        Assert.All(answers, answer => Assert.True(Guid.TryParse(answer.TraceId, out _)));
        Assert.Equal(answers.Length, answers.Select(answer => answer.TraceId).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("GET", "/nothing/here", HttpStatusCode.NotFound)]
    [InlineData("PATCH", "/proposals/1", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/proposals/1", HttpStatusCode.NotFound)]
    [InlineData("GET", "/common/iac-codes", HttpStatusCode.BadRequest)]
    public async Task An_error_holds_the_same_trace_id_as_the_header(string method, string path, HttpStatusCode status)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var answer = await caller.SendAsync(method, path);

        Assert.Equal(status, answer.Status);
        Assert.Equal(answer.TraceId, answer.Text("traceId"));
    }

    [Fact]
    public async Task The_log_holds_each_request_by_the_time_its_answer_is_there()
    {
        var clock = new ManualClock();
        await using var sandbox = await LocalSandbox.StartAsync(new() { TimeProvider = clock });
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var created = await caller.CreateAsync();
        var changed = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);

        Assert.Collection(
            sandbox.Requests,
            token => Assert.Equal(("POST", "/oauth/token", 200), (token.Method, token.Path, token.Status)),
            create => Assert.Equal(("POST", "/proposals/proposal", 200), (create.Method, create.Path, create.Status)),
            put => Assert.Equal(
                new(clock.GetUtcNow(), "PUT", $"/proposals/{created.ProposalId}/customer", 200, created.ETag, changed.ETag, changed.TraceId!, WasCarriedOut: true, Duration: put.Duration),
                put));
    }

    [Fact]
    public async Task The_log_forgets_the_oldest()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { RequestLogCapacity = 2 });
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        await caller.GetAsync("/common/offices");
        await caller.GetAsync("/common/rate-cards");

        Assert.Equal(["/common/offices", "/common/rate-cards"], sandbox.Requests.Select(request => request.Path));
    }
}
