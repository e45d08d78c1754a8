using SieSmart.Client.Tests.Support;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Throttling;

public sealed class LaneTests : IDisposable
{
    private const int Permits = 20;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly RequestBudget _budget;
    private readonly Crowd _crowd;

    public LaneTests()
    {
        _budget = new RequestBudget(Permits, Window, queueLimit: 200, _clock);
        _crowd = new Crowd(_budget);
    }

    public void Dispose() => _budget.Dispose();

    [Fact]
    public async Task Serves_interactive_callers_before_bulk_callers_who_came_earlier()
    {
        await SpendOneEachSecondAsync();
        _crowd.Add(5, RequestPriority.Bulk);
        _crowd.Add(5);

        _clock.Advance(5 * Second);

        Assert.Equal(5, (await _crowd.ServedAsync(RequestPriority.Interactive)).Count);
        Assert.Empty(await _crowd.ServedAsync(RequestPriority.Bulk));
    }

    [Fact]
    public async Task Gives_every_tenth_permit_to_a_bulk_caller_while_both_wait()
    {
        await SpendOneEachSecondAsync();
        _crowd.Add(100, RequestPriority.Bulk);
        _crowd.Add(100);

        for (var served = 1; served <= 60; served++)
        {
            await AdvanceUntilOneIsServedAsync();
            Assert.Equal(served / 10, (await _crowd.ServedAsync(RequestPriority.Bulk)).Count);
        }
    }

    [Fact]
    public async Task Gives_a_tenth_to_bulk_callers_even_if_interactive_callers_never_have_to_wait()
    {
        // The two that are left are kept for interactive callers.
        await _budget.SpendAsync(18);
        var bulk = _budget.AskAsync(RequestPriority.Bulk);

        for (var i = 0; i < 9; i++)
        {
            Assert.Equal(1, _budget.Waiting);
            (await _budget.AskAsync().SoonAsync()).ReturnUnused();
        }

        await bulk.SoonAsync();
    }

    [Fact]
    public async Task Keeps_the_last_tenth_of_the_permits_for_interactive_callers_yet_to_come()
    {
        _crowd.Add(Permits, RequestPriority.Bulk);
        Assert.Equal(2, _budget.Waiting);

        _crowd.Add(2);
        Assert.Equal(2, _budget.Waiting);

        await _crowd.AnswerAsync();
        Assert.Equal(18, (await _crowd.ServedAsync(RequestPriority.Bulk)).Count);
        Assert.Equal(2, (await _crowd.ServedAsync(RequestPriority.Interactive)).Count);
    }

    [Fact]
    public async Task Lets_a_flood_of_bulk_callers_delay_an_interactive_caller_by_what_is_out_already_alone()
    {
        _crowd.Add(150, RequestPriority.Bulk);
        _crowd.Add(2);
        await _crowd.AnswerAsync();
        var person = _crowd.Add();

        _clock.Advance(Window - TimeSpan.FromMilliseconds(1));
        Assert.DoesNotContain(2, await _crowd.ServedAsync(RequestPriority.Interactive));

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await person.SoonAsync();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(9, 9)]
    [InlineData(10, 9)]
    [InlineData(19, 18)]
    [InlineData(100, 90)]
    public void Keeps_a_tenth_rounded_down_from_bulk_callers(int permits, int forBulk)
    {
        using var budget = new RequestBudget(permits, Window, queueLimit: 200, _clock);

        new Crowd(budget).Add(permits, RequestPriority.Bulk);

        Assert.Equal(permits - forBulk, budget.Waiting);
    }

    [Fact]
    public async Task Serves_each_lane_in_the_order_of_arrival()
    {
        await SpendOneEachSecondAsync();
        for (var i = 0; i < 30; i++)
        {
            _crowd.Add(1);
            _crowd.Add(1, RequestPriority.Bulk);
        }

        for (var served = 1; served <= 50; served++)
        {
            await AdvanceUntilOneIsServedAsync();
            await AssertInOrderAsync(RequestPriority.Interactive);
            await AssertInOrderAsync(RequestPriority.Bulk);
        }

        async Task AssertInOrderAsync(RequestPriority priority)
        {
            var served = await _crowd.ServedAsync(priority);
            Assert.Equal(Enumerable.Range(0, served.Count), served);
        }
    }

    [Fact]
    public async Task Lets_no_lane_fill_the_queue_so_that_the_other_is_refused()
    {
        using var budget = new RequestBudget(1, Window, queueLimit: 15, _clock);
        await budget.SpendAsync(1);
        var crowd = new Crowd(budget);

        crowd.Add(13, RequestPriority.Bulk);
        var refusedBulk = await Assert.ThrowsAsync<RateLimitExceededException>(() => crowd.Add(RequestPriority.Bulk).SoonAsync());
        crowd.Add(2);
        var refusedInteractive = await Assert.ThrowsAsync<RateLimitExceededException>(() => crowd.Add().SoonAsync());

        Assert.Equal(15, budget.Waiting);
        Assert.Equal(
            "The request was not sent: 13 bulk requests wait already for the 1 that may be sent in 60 s. Send fewer at a time, or try again later.",
            refusedBulk.Message);
        Assert.Equal(
            "The request was not sent: 15 requests wait already for the 1 that may be sent in 60 s. Send fewer at a time, or try again later.",
            refusedInteractive.Message);
    }

    [Fact]
    public async Task Keeps_places_in_the_queue_for_bulk_callers_too()
    {
        using var budget = new RequestBudget(1, Window, queueLimit: 10, _clock);
        await budget.SpendAsync(1);
        var crowd = new Crowd(budget);

        crowd.Add(9);
        await Assert.ThrowsAsync<RateLimitExceededException>(() => crowd.Add().SoonAsync());
        crowd.Add(1, RequestPriority.Bulk);

        Assert.Equal(10, budget.Waiting);
    }

    [Fact]
    public async Task Refuses_a_lane_that_does_not_exist() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _budget.AskAsync((RequestPriority)7).SoonAsync());

    /// <summary>Uses up all permits a second apart, so that they come free a second apart, the first in a second from now.</summary>
    private async Task SpendOneEachSecondAsync()
    {
        for (var i = 0; i < Permits; i++)
        {
            await _budget.SpendAsync(1);
            _clock.Advance(Second);
        }

        _clock.Advance(Window - ((Permits + 1) * Second));
    }

    private async Task AdvanceUntilOneIsServedAsync()
    {
        var before = _budget.Waiting;
        for (var seconds = 0; seconds < 60 && _budget.Waiting == before; seconds++)
        {
            _clock.Advance(Second);
        }

        Assert.Equal(before - 1, _budget.Waiting);
        await _crowd.AnswerAsync();
    }
}
