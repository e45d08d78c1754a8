using System.Net;
using SieSmart.Sandbox.Tests.Fixtures;
using SieSmart.Sandbox.Versions;

namespace SieSmart.Sandbox.Tests;

public sealed class StateTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [Fact]
    public async Task A_state_file_survives_a_restart()
    {
        Answer written;
        string? token;
        await using (var sandbox = await StartAsync())
        {
            using var caller = await ApiCaller.ConnectAsync(sandbox);
            token = caller.Token;
            var created = await caller.CreateCompleteAsync();
            written = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);
        }

        await using (var sandbox = await StartAsync())
        {
            using var caller = new ApiCaller(sandbox) { Token = token };
            var read = await caller.GetAsync($"/proposals/{written.ProposalId}");
            Assert.Equal(written.Json.ToJsonString(), read.Json.ToJsonString());
            Assert.Equal(written.ETag, read.ETag);

            Assert.Equal(HttpStatusCode.OK, (await caller.PutCustomerAsync(written.ProposalId, read.ETag!)).Status);
            Assert.Equal(written.ProposalId + 1, (await caller.CreateAsync()).ProposalId);
        }
    }

    [Fact]
    public async Task What_was_pending_is_decided_and_notified_after_a_restart()
    {
        await using var receiver = await WebhookReceiver.StartAsync();
        var clock = new ManualClock();
        await using (var sandbox = await StartAsync(clock))
        {
            using var caller = await ApiCaller.ConnectAsync(sandbox);
            await caller.SendAsync("POST", "/notification-endpoints", $$"""{ "basePath": "{{receiver.BasePath}}" }""");
            var created = await caller.CreateCompleteAsync();
            await caller.SendAsync(
                "POST",
                $"/proposals/{created.ProposalId}/notification-subscriptions",
                """{ "eventType": "DECISION_RECEIVED" }""");
            await caller.SubmitAsync(created);
        }

        await using (await StartAsync(clock))
        {
            clock.Advance(TimeSpan.FromSeconds(3));
            Assert.Equal("DECISION_RECEIVED", (await receiver.NextAsync()).Body["eventType"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task Says_so_if_the_file_is_no_state_file()
    {
        await File.WriteAllTextAsync(_file, new string('x', 4096), TestContext.Current.CancellationToken);

        var exception = await Assert.ThrowsAsync<IOException>(() => StartAsync());

        Assert.Contains(_file, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_each_sandbox_is_new()
    {
        await using var first = await LocalSandbox.StartAsync();
        await using var second = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(first);
        using var other = await ApiCaller.ConnectAsync(second);

        var created = await caller.CreateAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/proposals/{created.ProposalId}")).Status);
    }

    [Fact]
    public async Task A_database_refresh_removes_the_proposals_and_no_id_comes_back()
    {
        await using var sandbox = await StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        sandbox.RefreshDatabase();

        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync($"/proposals/{created.ProposalId}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync("/common/offices")).Status);
        Assert.Equal(created.ProposalId + 1, (await caller.CreateAsync()).ProposalId);
    }

    [Fact]
    public async Task A_database_refresh_can_be_asked_for_over_http_without_token_and_limit()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { RequestsPerWindow = 2, TimeProvider = new ManualClock() });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        using var client = new HttpClient();
        for (var request = 0; request < 5; request++)
        {
            using var answer = await client.PostAsync(
                new Uri(sandbox.AdministrationAddress + "/database-refresh"), null, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync($"/proposals/{created.ProposalId}")).Status);
    }

    [Fact]
    public async Task Tokens_can_be_revoked_over_http()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        using var client = new HttpClient();
        using var revoked = await client.PostAsync(
            new Uri(sandbox.AdministrationAddress + "/token-revocation"), null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, revoked.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync("/common/offices")).Status);
    }

    public void Dispose() => File.Delete(_file);

    private Task<SandboxServer> StartAsync(TimeProvider? clock = null)
        => LocalSandbox.StartAsync(new() { StateFile = _file, TimeProvider = clock ?? TimeProvider.System, ETags = ETagOptions.OnWrites });
}
