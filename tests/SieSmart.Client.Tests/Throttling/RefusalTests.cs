using SieSmart.Client.Tests.Support;
using SieSmart.Client.Throttling;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Throttling;

public sealed class RefusalTests : IDisposable
{
    private const int Permits = 20;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
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
        _crowd.Add(3);
        _crowd.Add(3, RequestPriority.Bulk);

        _clock.Advance(TimeSpan.FromSeconds(expected) - Instant);
        Assert.Equal(6, _budget.Waiting);

        _clock.Advance(Instant);
        Assert.Equal(5, _budget.Waiting);
    }

    [Fact]
    public async Task Lets_one_request_go_ahead_after_the_pause_and_the_others_when_it_is_not_refused()
    {
        await RefuseOneAsync(TimeSpan.FromSeconds(30));
        _crowd.Add(5);

        _clock.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(4, _budget.Waiting);

        await _crowd.AnswerAsync();
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
        await _crowd.AnswerAsync();
        Assert.Equal(0, _budget.Waiting);
    }

    [Fact]
    public async Task Lets_the_next_go_ahead_when_the_one_before_was_not_sent()
    {
        await RefuseOneAsync(TimeSpan.Zero);
        var ahead = await _budget.AskAsync().SoonAsync();
        _crowd.Add(5);

        ahead.ReturnUnused();

        Assert.Equal(4, _budget.Waiting);
    }

    [Fact]
    public async Task Has_half_of_its_permits_after_a_refusal_and_a_tenth_more_after_each_window()
    {
        await RefuseOneAsync(Window);
        _crowd.Add(150);
        var served = new List<int>();

        for (var window = 0; window < 8; window++)
        {
            var before = _budget.Waiting;
            _clock.Advance(Window);
            await _crowd.AnswerAsync();
            await _crowd.AnswerAsync();
            served.Add(before - _budget.Waiting);
        }

        Assert.Equal([10, 12, 14, 16, 18, 20, 20, 20], served);
    }

    [Fact]
    public async Task Uses_a_permit_that_it_has_again_as_soon_as_it_has_it()
    {
        await RefuseOneAsync(TimeSpan.Zero);
        (await _budget.AskAsync().SoonAsync()).Dispose();
        var inFlight = new Crowd(_budget);
        inFlight.Add(8);
        _crowd.Add(3);
        Assert.Equal(3, _budget.Waiting);

        // Two come free again, and two more by rising; eight stay in flight.
        _clock.Advance(Window - Instant);
        Assert.Equal(3, _budget.Waiting);
        _clock.Advance(Instant);
        Assert.Equal(0, _budget.Waiting);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 5)]
    [InlineData(3, 2)]
    [InlineData(6, 2)]
    public async Task Never_has_less_than_a_tenth_however_often_it_is_refused(int refusals, int permits)
    {
        for (var i = 0; i < refusals; i++)
        {
            await RefuseOneAsync(Window);
            _clock.Advance(Window);
            (await _budget.AskAsync().SoonAsync()).Dispose();
            _clock.Advance(Instant);
        }

        _crowd.Add(Permits);

        // One went ahead a moment ago.
        Assert.Equal(Permits - (permits - 1), _budget.Waiting);
    }

    [Fact]
    public async Task Learns_once_from_the_refusals_of_requests_that_were_sent_together()
    {
        var together = new List<RequestPermit>();
        for (var i = 0; i < 5; i++)
        {
            together.Add(await _budget.AskAsync().SoonAsync());
        }

        together[0].ReturnRefused(TimeSpan.Zero);
        together[1].ReturnRefused(TimeSpan.Zero);
        (await _budget.AskAsync().SoonAsync()).Dispose();
        _clock.Advance(Instant);
        together[2].ReturnRefused(TimeSpan.Zero);
        (await _budget.AskAsync().SoonAsync()).Dispose();
        _crowd.Add(10);

        // Seven of ten are used.
        Assert.Equal(7, _budget.Waiting);
    }

    [Fact]
    public async Task Leaves_the_number_of_permits_alone_when_it_is_only_told_to_pause()
    {
        _budget.Pause(TimeSpan.FromSeconds(1));
        _clock.Advance(TimeSpan.FromSeconds(1));

        _crowd.Add(Permits);

        Assert.Equal(0, _budget.Waiting);
    }

    private async Task RefuseOneAsync(TimeSpan? retryAfter) => (await _budget.AskAsync().SoonAsync()).ReturnRefused(retryAfter);
}
