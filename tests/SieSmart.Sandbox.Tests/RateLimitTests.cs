using System.Globalization;
using System.Net;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Tests.Fixtures;

namespace SieSmart.Sandbox.Tests;

public sealed class RateLimitTests
{
    private const string Offices = "/common/offices";

    [Fact]
    public async Task The_101st_request_within_a_minute_gets_429()
    {
        var clock = new ManualClock();
        await using var sandbox = await LocalSandbox.StartAsync(new() { TimeProvider = clock });
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        for (var request = 0; request < 100; request++)
        {
            Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(Offices)).Status);
        }

        var answer = await caller.GetAsync(Offices);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal("RATE_LIMIT_REACHED", answer.Text("code"));
        Assert.Null(answer.RetryAfter);
    }

    [Fact]
    public async Task The_window_slides()
    {
        var clock = new ManualClock();
        await using var sandbox = await LocalSandbox.StartAsync(new() { TimeProvider = clock, RequestsPerWindow = 2 });
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        await caller.GetAsync(Offices);
        clock.Advance(TimeSpan.FromSeconds(40));
        await caller.GetAsync(Offices);
        clock.Advance(TimeSpan.FromSeconds(20));

        // The first request has left the window, the second one is still in it.
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(Offices)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.GetAsync(Offices)).Status);
    }

    [Fact]
    public async Task A_rejected_request_counts_so_the_rate_has_to_drop()
    {
        var clock = new ManualClock();
        await using var sandbox = await LocalSandbox.StartAsync(new() { TimeProvider = clock, RequestsPerWindow = 1 });
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        await caller.GetAsync(Offices);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.GetAsync(Offices)).Status);
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.GetAsync(Offices)).Status);
        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(Offices)).Status);
    }

    [Fact]
    public async Task A_429_can_say_the_seconds_to_wait()
    {
        var clock = new ManualClock();
        await using var sandbox = await LocalSandbox.StartAsync(
            new() { TimeProvider = clock, RequestsPerWindow = 1, RetryAfter = RetryAfterForm.Seconds });
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        await caller.GetAsync(Offices);
        var answer = await caller.GetAsync(Offices);
        Assert.Equal("60", answer.RetryAfter);

        clock.Advance(TimeSpan.FromSeconds(int.Parse(answer.RetryAfter!, CultureInfo.InvariantCulture)));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(Offices)).Status);
    }

    [Fact]
    public async Task A_429_can_say_the_date_to_come_back()
    {
        var clock = new ManualClock();
        await using var sandbox = await LocalSandbox.StartAsync(
            new() { TimeProvider = clock, RequestsPerWindow = 1, RetryAfter = RetryAfterForm.Date });
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        await caller.GetAsync(Offices);
        clock.Advance(TimeSpan.FromMilliseconds(300));
        var answer = await caller.GetAsync(Offices);

        var date = DateTimeOffset.ParseExact(answer.RetryAfter!, "R", CultureInfo.InvariantCulture);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 1, 1, TimeSpan.Zero), date);
    }

    [Fact]
    public async Task Refused_requests_count_and_token_requests_do_not()
    {
        await using var sandbox = await LocalSandbox.StartAsync(
            new() { TimeProvider = new ManualClock(), RequestsPerWindow = 1 });
        using var caller = new ApiCaller(sandbox);

        await caller.RequestTokenAsync();
        await caller.RequestTokenAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync(Offices)).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.GetAsync(Offices)).Status);
    }

    [Fact]
    public async Task A_request_can_be_on_its_way_for_a_random_time_before_it_counts()
    {
        var longest = TimeSpan.FromMilliseconds(200);
        await using var sandbox = await LocalSandbox.StartAsync(new() { ArrivalDelay = longest });
        using var caller = await ApiCaller.ConnectAsync(sandbox);

        var delays = new List<TimeSpan>();
        for (var request = 0; request < 10; request++)
        {
            var sent = TimeProvider.System.GetUtcNow();
            await caller.GetAsync(Offices);
            delays.Add(sandbox.Requests[^1].Time - sent);
        }

        Assert.Contains(delays, delay => delay > longest / 4);
        Assert.True(delays.Max() - delays.Min() > longest / 20, "All requests took the same time.");
    }
}
