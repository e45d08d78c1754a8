using System.Net;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Tests.Fixtures;

namespace SieSmart.Sandbox.Tests;

public sealed class FaultTests
{
    private const string Customer = "/proposals/{proposal-id}/customer";
    private const string Offices = "/common/offices";

    [Fact]
    public async Task A_queued_fault_happens_once()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        sandbox.Faults.Enqueue(Fault.ServiceUnavailable());

        var failed = await caller.GetAsync(Offices);
        var succeeded = await caller.GetAsync(Offices);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
        Assert.Equal(failed.TraceId, failed.Text("traceId"));
        Assert.Null(failed.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, succeeded.Status);
        Assert.Equal(0, sandbox.Faults.Count);
    }

    [Fact]
    public async Task A_fault_waits_for_the_operation_that_it_is_for()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        sandbox.Faults.Enqueue(Fault.ServiceUnavailable().On("PUT", Customer), times: 2);
        sandbox.Faults.Enqueue(Fault.TooManyRequests().On("POST", "/oauth/token"));

        var created = await caller.CreateAsync();
        var read = await caller.GetAsync($"/proposals/{created.ProposalId}");
        var first = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);
        var second = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);
        var third = await caller.PutCustomerAsync(created.ProposalId, created.ETag!);
        var token = await caller.RequestTokenAsync();

        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, first.Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, second.Status);
        Assert.Equal(HttpStatusCode.OK, third.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, token.Status);
    }

    [Fact]
    public async Task A_fault_for_no_operation_spares_the_token_endpoint()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = new ApiCaller(sandbox);
        sandbox.Faults.Enqueue(Fault.ServiceUnavailable());

        Assert.Equal(HttpStatusCode.OK, (await caller.RequestTokenAsync()).Status);
        Assert.Equal(1, sandbox.Faults.Count);
    }

    [Fact]
    public async Task Connection_dropped_before_the_write_leaves_the_proposal_alone()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        sandbox.Faults.Enqueue(Fault.DroppedBeforeWrite());

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.PutCustomerAsync(created.ProposalId, created.ETag!));
        var read = await caller.GetAsync($"/proposals/{created.ProposalId}");

        Assert.Equal(created.ETag, read.ETag);
        Assert.Null(read.Json["customer"]);
    }

    [Fact]
    public async Task Connection_dropped_after_the_write_has_changed_the_proposal()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        sandbox.Faults.Enqueue(Fault.DroppedAfterWrite());

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.PutCustomerAsync(created.ProposalId, created.ETag!));
        var read = await caller.GetAsync($"/proposals/{created.ProposalId}");

        Assert.NotEqual(created.ETag, read.ETag);
        Assert.NotNull(read.Json["customer"]);
        Assert.Contains(sandbox.Requests, request => request is { Method: "PUT", Status: null });
    }

    [Fact]
    public async Task A_refused_write_can_be_dropped_too()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var created = await caller.CreateAsync();
        sandbox.Faults.Enqueue(Fault.DroppedAfterWrite());

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.PutCustomerAsync(created.ProposalId, "stale"));

        Assert.Equal(created.ETag, (await caller.GetAsync($"/proposals/{created.ProposalId}")).ETag);
    }

    [Fact]
    public async Task A_revoked_token_stays_revoked()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        sandbox.Faults.Enqueue(Fault.TokenRevoked());

        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync(Offices)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync(Offices)).Status);
    }

    [Fact]
    public async Task Retry_after_comes_as_seconds_or_as_a_date()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { TimeProvider = new ManualClock() });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var wait = TimeSpan.FromSeconds(2.5);
        sandbox.Faults.Enqueue(Fault.ServiceUnavailable(wait));
        sandbox.Faults.Enqueue(Fault.ServiceUnavailable(wait, RetryAfterForm.Date));
        sandbox.Faults.Enqueue(Fault.TooManyRequests(wait, RetryAfterForm.Absent));

        Assert.Equal("3", (await caller.GetAsync(Offices)).RetryAfter);
        Assert.Equal("Mon, 02 Mar 2026 09:00:03 GMT", (await caller.GetAsync(Offices)).RetryAfter);
        var absent = await caller.GetAsync(Offices);
        Assert.Null(absent.RetryAfter);
        Assert.Equal(HttpStatusCode.TooManyRequests, absent.Status);
    }

    [Fact]
    public async Task Latency_delays_the_answer()
    {
        var latency = TimeSpan.FromMinutes(5);
        var clock = new ImpatientClock();
        await using var sandbox = await LocalSandbox.StartAsync(new() { Latency = latency, TimeProvider = clock });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var before = clock.Waits.Count;

        await caller.GetAsync(Offices);

        Assert.Equal(latency, Assert.Single(clock.Waits.Skip(before)));
    }

    [Fact]
    public async Task A_standing_fault_happens_to_each_nth_request_that_it_matches()
    {
        await using var sandbox = await LocalSandbox.StartAsync(
            new() { Faults = [Fault.Status(HttpStatusCode.BadGateway).On("GET", Offices).Every(3)] });
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var statuses = new List<int>();
        for (var request = 0; request < 6; request++)
        {
            await caller.GetAsync("/common/rate-cards");
            statuses.Add((int)(await caller.GetAsync(Offices)).Status);
        }

        Assert.Equal([200, 200, 502, 200, 200, 502], statuses);
    }

    [Fact]
    public async Task A_standing_fault_happens_to_a_part_of_the_requests_and_to_the_same_ones_again()
    {
        var first = await StatusesAsync(seed: 1);
        var again = await StatusesAsync(seed: 1);
        var others = await StatusesAsync(seed: 2);

        Assert.InRange(first.Count(status => status == 502), 15, 45);
        Assert.Equal(first, again);
        Assert.NotEqual(first, others);

        static async Task<List<int>> StatusesAsync(int seed)
        {
            await using var sandbox = await LocalSandbox.StartAsync(
                new() { Faults = [Fault.Status(HttpStatusCode.BadGateway).Sometimes(0.3)], FaultSeed = seed });
            using var caller = await ApiCaller.ConnectAsync(sandbox);
            var statuses = new List<int>();
            for (var request = 0; request < 100; request++)
            {
                statuses.Add((int)(await caller.GetAsync(Offices)).Status);
            }

            return statuses;
        }
    }

    [Fact]
    public async Task A_request_is_recorded_with_its_fault()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        var before = Fault.Status(HttpStatusCode.BadGateway);
        var after = before.AfterWrite();
        sandbox.Faults.Enqueue(before);
        sandbox.Faults.Enqueue(after);

        await caller.GetAsync(Offices);
        await caller.GetAsync(Offices);
        await caller.GetAsync(Offices);

        Assert.Equal([null, before, after, null], sandbox.Requests.Select(request => request.Fault));
    }

    [Fact]
    public async Task All_faults_can_be_suspended()
    {
        await using var sandbox = await LocalSandbox.StartAsync(new() { Faults = [Fault.Status(HttpStatusCode.BadGateway)] });
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        sandbox.Faults.Enqueue(Fault.ServiceUnavailable());

        sandbox.Faults.IsSuspended = true;
        var whileSuspended = await caller.GetAsync(Offices);
        sandbox.Faults.IsSuspended = false;
        var afterwards = await caller.GetAsync(Offices);

        Assert.Equal(HttpStatusCode.OK, whileSuspended.Status);
        Assert.Equal(HttpStatusCode.BadGateway, afterwards.Status);
    }

    [Fact]
    public async Task Queued_faults_can_be_forgotten()
    {
        await using var sandbox = await LocalSandbox.StartAsync();
        using var caller = await ApiCaller.ConnectAsync(sandbox);
        sandbox.Faults.Enqueue(Fault.ServiceUnavailable(), times: 3);

        sandbox.Faults.Clear();

        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(Offices)).Status);
    }

    [Fact]
    public void A_fault_says_what_it_can_not_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Status(HttpStatusCode.OK));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.Latency(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.SlowBody(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.LargeBody(0));
        Assert.Throws<ArgumentException>(() => Fault.WrongContentType(string.Empty));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.TokenRevoked().Every(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.TokenRevoked().Sometimes(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Fault.TokenRevoked().Sometimes(-0.1));
        Assert.Throws<ArgumentException>(() => Fault.TokenRevoked().On("PUT", string.Empty));
        Assert.Throws<InvalidOperationException>(() => Fault.TokenRevoked().AfterWrite());
    }
}
