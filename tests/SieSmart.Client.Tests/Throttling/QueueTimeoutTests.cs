using SieSmart.Client.Tests.Support;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Throttling;

public sealed class QueueTimeoutTests : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly RequestBudget _budget;

    public QueueTimeoutTests() => _budget = new RequestBudget(permits: 2, Window, queueLimit: 50, _clock);

    public void Dispose() => _budget.Dispose();

    [Fact]
    public async Task Tells_a_caller_whose_turn_does_not_come_in_time_that_nothing_was_sent()
    {
        var inFlight = await _budget.AskAsync().SoonAsync();
        using var other = await _budget.AskAsync().SoonAsync();
        var call = _budget.AskAsync(timeout: TimeSpan.FromSeconds(90));

        _clock.Advance(TimeSpan.FromSeconds(40));
        inFlight.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(50) - Instant);
        Assert.False(call.IsCompleted);
        _clock.Advance(Instant);

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => call.SoonAsync());
        Assert.Equal(
            "The request was not sent: its turn did not come within 90 s. Send fewer at a time, allow a longer wait, or try again later.",
            exception.Message);
        Assert.Equal(TimeSpan.FromSeconds(10), exception.RetryAfter);
        Assert.Equal(0, exception.ResponseStatusCode);
        Assert.Equal(0, _budget.Waiting);
    }

    [Fact]
    public async Task Refuses_at_once_a_caller_who_is_known_to_wait_longer_than_allowed()
    {
        await _budget.SpendAsync(2);
        _clock.Advance(TimeSpan.FromSeconds(10));

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => _budget.AskAsync(timeout: TimeSpan.FromSeconds(50) - Instant).SoonAsync());

        Assert.Equal(
            "The request was not sent: it would have to wait 50 s for its turn, and may wait 49.999 s. Send fewer at a time, allow a longer wait, or try again later.",
            exception.Message);
        Assert.Equal(TimeSpan.FromSeconds(50), exception.RetryAfter);
        Assert.Equal(0, _budget.Waiting);

        var call = _budget.AskAsync(timeout: TimeSpan.FromSeconds(50));
        _clock.Advance(TimeSpan.FromSeconds(50));
        await call.SoonAsync();
    }

    [Theory]
    [InlineData(RequestPriority.Interactive, 0, 0, 60)]
    [InlineData(RequestPriority.Interactive, 1, 0, 60)]
    [InlineData(RequestPriority.Interactive, 2, 0, 120)]
    [InlineData(RequestPriority.Interactive, 4, 0, 180)]
    [InlineData(RequestPriority.Interactive, 0, 4, 60)]
    [InlineData(RequestPriority.Interactive, 8, 4, 300)]
    [InlineData(RequestPriority.Interactive, 9, 4, 360)]
    [InlineData(RequestPriority.Bulk, 0, 0, 60)]
    [InlineData(RequestPriority.Bulk, 3, 0, 120)]
    [InlineData(RequestPriority.Bulk, 9, 0, 300)]
    [InlineData(RequestPriority.Bulk, 20, 0, 300)]
    [InlineData(RequestPriority.Bulk, 20, 1, 600)]
    public async Task Knows_the_wait_from_those_who_go_before(RequestPriority priority, int interactive, int bulk, int seconds)
    {
        await _budget.SpendAsync(2);
        var crowd = new Crowd(_budget);
        crowd.Add(interactive);
        crowd.Add(bulk, RequestPriority.Bulk);
        var wait = TimeSpan.FromSeconds(seconds);

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => _budget.AskAsync(priority, wait - Instant).SoonAsync());
        var call = crowd.Add(priority, wait);

        Assert.Equal(wait, exception.RetryAfter);
        for (var window = 0; window < seconds / 60; window++)
        {
            await crowd.AnswerAsync();
            Assert.False(call.IsCompleted);
            _clock.Advance(Window);
        }

        await call.SoonAsync();
    }

    [Fact]
    public async Task Counts_a_pause_into_the_wait_that_is_known()
    {
        _budget.Pause(TimeSpan.FromMinutes(3));

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => _budget.AskAsync(timeout: TimeSpan.FromMinutes(2)).SoonAsync());

        Assert.Equal(TimeSpan.FromMinutes(3), exception.RetryAfter);
    }

    [Fact]
    public async Task Harms_nobody_else_when_a_waiter_times_out()
    {
        using var inFlight = await _budget.AskAsync().SoonAsync();
        var other = await _budget.AskAsync().SoonAsync();
        var impatient = _budget.AskAsync(timeout: TimeSpan.FromSeconds(70));
        var patient = _budget.AskAsync(timeout: TimeSpan.FromSeconds(100));

        _clock.Advance(TimeSpan.FromSeconds(30));
        other.Dispose();
        _clock.Advance(TimeSpan.FromSeconds(40));
        await Assert.ThrowsAsync<RateLimitExceededException>(() => impatient.SoonAsync());

        _clock.Advance(TimeSpan.FromSeconds(20));
        await patient.SoonAsync();
    }

    [Fact]
    public async Task Serves_a_caller_whose_turn_has_come_when_the_late_timer_rings()
    {
        using var inFlight = await _budget.AskAsync().SoonAsync();
        var other = await _budget.AskAsync().SoonAsync();
        var call = _budget.AskAsync(timeout: TimeSpan.FromSeconds(80));
        _clock.Advance(TimeSpan.FromSeconds(30));
        other.Dispose();

        _clock.AdvanceWithoutTimers(Window);
        _clock.Advance(TimeSpan.Zero);

        await call.SoonAsync();
    }

    [Fact]
    public async Task Has_a_permit_or_none_for_a_caller_who_may_not_wait()
    {
        await _budget.AskAsync(timeout: TimeSpan.Zero).SoonAsync();
        await _budget.AskAsync(timeout: TimeSpan.Zero).SoonAsync();

        await Assert.ThrowsAsync<RateLimitExceededException>(() => _budget.AskAsync(timeout: TimeSpan.Zero).SoonAsync());
    }

    [Fact]
    public async Task Refuses_a_timeout_outside_its_range()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _budget.AskAsync(timeout: TimeSpan.FromSeconds(-2)).SoonAsync());
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _budget.AskAsync(timeout: TimeSpan.FromDays(30)).SoonAsync());
    }
}
