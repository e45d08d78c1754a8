using System.Globalization;
using System.Net;
using SieSmart.Sandbox.Tests.Fixtures;
using SieSmart.Sandbox.Versions;

namespace SieSmart.Sandbox.Tests;

public sealed class IfMatchTests
{
    public static TheoryData<string, string, string> GuardedWrites => new()
    {
        { "PUT", "customer", """{ "companyName": "Brook Ltd" }""" },
        { "POST", "customer/bank-account", """{ "iban": "ES9121000418450200051332" }""" },
        { "POST", "assets", """[ { "iacCode": "ITE2201" } ]""" },
        { "PUT", "calculation", """{ "financedAmount": 1000 }""" },
        { "POST", "decision", "{}" },
    };

    [Theory]
    [MemberData(nameof(GuardedWrites))]
    public async Task Refuses_a_write_without_an_etag(string method, string part, string body)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        var answer = await caller.SendAsync(method, $"/proposals/{created.ProposalId}/{part}", body);

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        Assert.Equal("IF_MATCH_MISSING", answer.Text("code"));
    }

    [Theory]
    [MemberData(nameof(GuardedWrites))]
    public async Task Refuses_a_write_with_a_stale_etag_and_leaves_the_proposal_alone(string method, string part, string body)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync("""{ "officeId": 2001 }""");
        await caller.PutCustomerAsync(created.ProposalId, created.ETag!);
        var before = await caller.GetAsync($"/proposals/{created.ProposalId}");

        var answer = await caller.SendAsync(method, $"/proposals/{created.ProposalId}/{part}", body, created.ETag!);
        var after = await caller.GetAsync($"/proposals/{created.ProposalId}");

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
        Assert.Equal("IF_MATCH_STALE", answer.Text("code"));
        Assert.Equal(before.ETag, after.ETag);
        Assert.Equal(before.Json.ToJsonString(), after.Json.ToJsonString());
    }

    [Fact]
    public async Task Every_write_to_a_part_makes_a_new_version_of_the_proposal()
    {
        // The clock stands still: that the versions differ does not depend on the time between them.
        await using var sandbox = await LocalSandbox.StartAsync(new() { TimeProvider = new ManualClock(), ETags = ETagOptions.OnWrites });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var newest = await caller.CreateAsync("""{ "officeId": 2001 }""");
        var etags = new List<string> { newest.ETag! };

        foreach (var (method, part, body) in GuardedWrites.Select(row => row.Data))
        {
            newest = await caller.SendAsync(method, $"/proposals/{newest.ProposalId}/{part}", body, newest.ETag!);
            Assert.Equal(HttpStatusCode.OK, newest.Status);
            etags.Add(newest.ETag!);
        }

        Assert.Equal(etags.Count, etags.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(newest.ETag, (await caller.GetAsync($"/proposals/{newest.ProposalId}")).ETag);
    }

    [Fact]
    public async Task Of_many_writers_with_one_etag_one_wins()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => caller.PutCustomerAsync(created.ProposalId, created.ETag!)));

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(19, answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed));
    }

    [Fact]
    public async Task An_etag_is_an_unquoted_date_time()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { TimeProvider = new ManualClock() });
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        Assert.Equal("2026-03-02T09:00:00.000Z", (await caller.CreateAsync()).ETag);
    }

    [Fact]
    public async Task Etags_can_be_quoted_and_then_want_their_quotes_back()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { ETags = ETagOptions.Quoted | ETagOptions.OnWrites });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        Assert.StartsWith("\"", created.ETag, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await caller.PutCustomerAsync(created.ProposalId, created.ETag!.Trim('"'))).Status);
        Assert.Equal(HttpStatusCode.OK, (await caller.PutCustomerAsync(created.ProposalId, created.ETag!)).Status);
    }

    [Fact]
    public async Task Etags_to_the_second_repeat_within_one()
    {
        var clock = new ManualClock();
        await using var sandbox = await LocalSandbox.StartAsync(
            new() { TimeProvider = clock, ETags = ETagOptions.OneSecondResolution | ETagOptions.OnWrites });
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var created = await caller.CreateAsync();
        clock.Advance(TimeSpan.FromMilliseconds(400));
        var second = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);
        clock.Advance(TimeSpan.FromSeconds(1));
        var third = await caller.PutCustomerAsync(created.ProposalId, second.ETag!);

        Assert.Equal("2026-03-02T09:00:00Z", created.ETag);
        Assert.Equal(created.ETag, second.ETag);
        Assert.Equal("2026-03-02T09:00:01Z", third.ETag);
    }

    [Fact]
    public async Task Etags_come_with_create_and_read_alone_as_documented()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new());
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var created = await caller.CreateAsync();
        var written = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);
        var read = await caller.GetAsync($"/proposals/{created.ProposalId}");

        Assert.NotNull(created.ETag);
        Assert.Equal(HttpStatusCode.OK, written.Status);
        Assert.Null(written.ETag);
        Assert.NotNull(read.ETag);
        Assert.NotEqual(created.ETag, read.ETag);
    }

    [Fact]
    public async Task Several_values_match_if_one_does()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        var twoLines = await caller.PutCustomerAsync(created.ProposalId, "2020-01-01T00:00:00.000Z", created.ETag!);
        var oneLine = await caller.PutCustomerAsync(created.ProposalId, $"\"a, b\", {twoLines.ETag}");
        var none = await caller.PutCustomerAsync(created.ProposalId, "2020-01-01T00:00:00.000Z, \"x\"");

        Assert.Equal(HttpStatusCode.OK, twoLines.Status);
        Assert.Equal(HttpStatusCode.OK, oneLine.Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, none.Status);
    }

    [Fact]
    public async Task An_asterisk_matches_what_is_there_and_not_what_is_not()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        Assert.Equal(HttpStatusCode.OK, (await caller.PutCustomerAsync(created.ProposalId, "*")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.PutCustomerAsync(1, "*")).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    public async Task An_empty_if_match_is_a_missing_one(string value)
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        var answer = await caller.PutCustomerAsync(created.ProposalId, value);

        Assert.Equal("IF_MATCH_MISSING", answer.Text("code"));
    }

    [Fact]
    public async Task A_weak_etag_matches_nothing()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { ETags = ETagOptions.Quoted | ETagOptions.OnWrites });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        var answer = await caller.PutCustomerAsync(created.ProposalId, $"W/{created.ETag}");

        Assert.Equal(HttpStatusCode.PreconditionFailed, answer.Status);
    }

    [Fact]
    public async Task The_check_can_be_switched_off()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { CheckIfMatch = false });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();

        Assert.Equal(HttpStatusCode.OK, (await caller.PutCustomerAsync(created.ProposalId)).Status);
        Assert.Equal(HttpStatusCode.OK, (await caller.PutCustomerAsync(created.ProposalId, "stale")).Status);
    }

    [Fact]
    public async Task Subscriptions_and_notification_endpoints_need_no_etag()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        var id = created.ProposalId.ToString(CultureInfo.InvariantCulture);

        var subscribed = await caller.SendAsync(
            "POST", $"/proposals/{id}/notification-subscriptions", """{ "eventType": "DECISION_RECEIVED" }""");
        var after = await caller.GetAsync($"/proposals/{id}");

        Assert.Equal(HttpStatusCode.OK, subscribed.Status);
        Assert.Equal(created.ETag, after.ETag);
    }
}
