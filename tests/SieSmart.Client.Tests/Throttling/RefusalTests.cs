using SieSmart.Client.Tests.Support;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Throttling;

public sealed class RefusalTests : IDisposable
{
    private const int Permits = 20;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly RequestBudget _budget;
    private readonly Crowd _crowd;

    public RefusalTests()
    {
        _budget = new RequestBudget(Permits, Window, queueLimit: 200, _clock);
        _crowd = new Crowd(_budget);
    }

    public void Dispose() => _budget.Dispose();

    [Theory]
    [InlineData(30.0, 30.0)]
    [InlineData(null, 15.0)]
    [InlineData(1e9, 3600.0)]
    public async Task Pauses_all_as_long_as_the_server_asks_or_a_quarter_of_the_window(double? asked, double expected)
    {
        await RefuseOneAsync(asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        var pause = TimeSpan.FromSeconds(expected);
        _crowd.Add(3);
        _crowd.Add(2, RequestPriority.Bulk);

        _clock.Advance(pause / 2);
        _crowd.Add(1);
        Assert.Equal(6, _budget.Waiting);
        _clock.Advance((pause / 2) - Instant);
        Assert.Equal(6, _budget.Waiting);

        _clock.Advance(Instant);
        Assert.Equal(5, _budget.Waiting);
    }

    [Fact]
    public async Task Lets_one_request_go_ahead_after_the_pause_and_the_others_when_it_is_not_refused()
    {
        await RefuseOneAsync(TimeSpan.FromSeconds(30));
        _crowd.Add(5);

        _clock.Advance(Window);
        Assert.Equal(4, _budget.Waiting);

        await _crowd.AnswerAsync();
        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(0, _budget.Waiting);
    }

    [Fact]
    public async Task Pauses_again_when_the_one_that_went_ahead_is_refused_too()
    {
        await RefuseOneAsync(TimeSpan.FromSeconds(30));
        var ahead = _budget.AskAsync();
        _crowd.Add(5);
        _clock.Advance(TimeSpan.FromSeconds(30));

        (await ahead.SoonAsync()).ReturnRefused(TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromSeconds(30) - Instant);
        Assert.Equal(5, _budget.Waiting);

        _clock.Advance(Instant);
        Assert.Equal(4, _budget.Waiting);
        _clock.Advance(Window);
        Assert.Equal(4, _budget.Waiting);
    }

    [Fact]
    public async Task Lets_the_next_go_ahead_when_the_one_before_was_not_sent()
    {
        await RefuseOneAsync(TimeSpan.Zero);
        var ahead = await TakeAsync();
        _crowd.Add(5);

        ahead.ReturnUnused();
        _clock.Advance(Window);

        Assert.Equal(4, _budget.Waiting);
    }

    [Fact]
    public async Task Has_three_quarters_of_its_permits_after_a_refusal_and_a_twentieth_more_after_each_window()
    {
        await RefuseOneAsync(Window);
        _crowd.Add(150);
        _clock.Advance(Window - Moment);
        var served = new List<int>();

        for (var window = 0; window < 8; window++)
        {
            served.Add(await PassAsync(Window));
        }

        Assert.Equal([15, 16, 17, 18, 19, 20, 20, 20], served);
    }

    [Fact]
    public async Task Spreads_its_permits_over_the_window_while_it_has_fewer_than_usual()
    {
        await RefuseOneAsync(TimeSpan.Zero);
        (await TakeAsync()).Dispose();
        _crowd.Add(3);

        for (var waiting = 3; waiting > 0; waiting--)
        {
            _clock.Advance(TimeSpan.FromSeconds(4) - Instant);
            Assert.Equal(waiting, _budget.Waiting);
            _clock.Advance(Instant);
            Assert.Equal(waiting - 1, _budget.Waiting);
        }
    }

    [Theory]
    [InlineData(1, 15)]
    [InlineData(2, 11)]
    [InlineData(3, 8)]
    [InlineData(7, 2)]
    [InlineData(9, 2)]
    public async Task Never_has_less_than_a_tenth_however_often_it_is_refused(int refusals, int permits)
    {
        for (var i = 0; i < refusals; i++)
        {
            await RefuseOneAsync(Window);
            _clock.Advance(Window);
            (await TakeAsync()).Dispose();
        }

        _crowd.Add(Permits);

        // One went ahead a moment ago.
        Assert.Equal(permits - 1, await PassAsync(Window - Moment));
    }

    [Fact]
    public async Task Learns_once_from_the_refusals_of_requests_that_were_sent_together()
    {
        var together = new List<RequestPermit>();
        for (var i = 0; i < 3; i++)
        {
            together.Add(await _budget.AskAsync().SoonAsync());
        }

        together[0].ReturnRefused(TimeSpan.Zero);
        together[1].ReturnRefused(TimeSpan.Zero);
        (await TakeAsync()).Dispose();
        together[2].ReturnRefused(TimeSpan.Zero);
        (await TakeAsync()).Dispose();

        _crowd.Add(1);

        // A fifteenth of the window, since fifteen permits are left.
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(0, _budget.Waiting);
    }

    [Fact]
    public async Task Leaves_the_number_of_permits_alone_when_it_is_only_told_to_pause()
    {
        _budget.Pause(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));

        _crowd.Add(Permits);

        Assert.Equal(0, _budget.Waiting);
    }

    private async Task RefuseOneAsync(TimeSpan? retryAfter) => (await TakeAsync()).ReturnRefused(retryAfter);

    /// <summary>Takes a permit as soon as there is one.</summary>
    private async Task<RequestPermit> TakeAsync()
    {
        var call = _budget.AskAsync();
        while (_budget.Waiting > 0)
        {
            _clock.Advance(Moment);
        }

        return await call.SoonAsync();
    }

    /// <summary>Lets time pass while each request is answered after a moment.</summary>
    /// <returns>How many were served.</returns>
    private async Task<int> PassAsync(TimeSpan duration)
    {
        var before = _budget.Waiting;
        for (var passed = TimeSpan.Zero; passed < duration; passed += Moment)
        {
            _clock.Advance(Moment);
            await _crowd.AnswerAsync();
        }

        return before - _budget.Waiting;
    }
}
