using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Throttling;

public sealed class RequestBudgetTests : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    /// <summary>Real time, for a failing test to end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _clock = new();
    private readonly RequestBudget _budget;

    public RequestBudgetTests() => _budget = new RequestBudget(permits: 2, Window, queueLimit: 3, _clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _budget.Dispose();

    [Fact]
    public async Task Frees_a_permit_one_window_after_the_response_not_after_the_request()
    {
        var first = await _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);
        using var second = await _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);
        var waiting = _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);

        _clock.Advance(TimeSpan.FromSeconds(10));
        first.Dispose();
        _clock.Advance(Window - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, _budget.Waiting);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await SoonAsync(waiting)).Dispose();
    }

    [Fact]
    public async Task Keeps_everybody_waiting_while_all_permits_are_in_flight()
    {
        using var first = await _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);
        using var second = await _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);
        var waiting = _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);

        _clock.Advance(Window + Window);

        Assert.Equal(1, _budget.Waiting);
    }

    [Fact]
    public async Task Serves_the_waiting_in_the_order_of_their_arrival()
    {
        await UseUpAsync();
        var first = _budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask();
        var second = _budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask();
        var third = _budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask();

        _clock.Advance(Window);
        await Task.WhenAll(first, second).WaitAsync(Patience, Cancellation);
        Assert.False(third.IsCompleted);
        Assert.Equal(1, _budget.Waiting);
    }

    [Fact]
    public async Task Lets_nobody_overtake_the_queue()
    {
        await UseUpAsync();
        var permits = new List<Task<RequestPermit>> { _budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask() };
        _budget.Pause(Window + Window);
        _clock.Advance(Window);

        permits.Add(_budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask());
        Assert.Equal(2, _budget.Waiting);

        _clock.Advance(Window);
        await Task.WhenAll(permits).WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Lets_nobody_overtake_a_waiter_whose_timer_is_late()
    {
        using var inFlight = await _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);
        (await SoonAsync(_budget.AcquireAsync(RequestPriority.Interactive, Cancellation))).Dispose();
        var first = _budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask();

        _clock.AdvanceWithoutTimers(Window);
        var newcomer = _budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask();

        (await first.WaitAsync(Patience, Cancellation)).Dispose();
        Assert.Equal(1, _budget.Waiting);
        _clock.Advance(Window);
        await newcomer.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Forgets_no_waiter_when_another_gives_up_while_the_timer_is_late()
    {
        await UseUpAsync();
        using var cancellation = new CancellationTokenSource();
        var impatient = _budget.AcquireAsync(RequestPriority.Interactive, cancellation.Token).AsTask();
        var patient = _budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask();

        _clock.AdvanceWithoutTimers(Window);
        await cancellation.CancelAsync();

        await patient.WaitAsync(Patience, Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
    }

    [Fact]
    public async Task Gives_the_place_of_a_cancelled_waiter_to_the_next()
    {
        await UseUpAsync();
        using var cancellation = new CancellationTokenSource();
        var impatient = _budget.AcquireAsync(RequestPriority.Interactive, cancellation.Token).AsTask();
        var others = new[] { _budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask(), _budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask() };

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.Equal(2, _budget.Waiting);
        _clock.Advance(Window);
        await Task.WhenAll(others).WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Takes_no_permit_for_a_call_that_is_cancelled_already()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _budget.AcquireAsync(RequestPriority.Interactive, new CancellationToken(canceled: true)).AsTask());

        await UseUpAsync();
    }

    [Fact]
    public async Task Tells_a_caller_beyond_the_bound_of_the_queue_that_nothing_was_sent()
    {
        await UseUpAsync();
        var waiting = Enumerable.Range(0, 3).Select(_ => _budget.AcquireAsync(RequestPriority.Interactive, Cancellation)).ToList();

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => SoonAsync(_budget.AcquireAsync(RequestPriority.Interactive, Cancellation)));

        Assert.Equal(
            "The request was not sent: 3 requests wait already for the 2 that may be sent in 60 s. Send fewer at a time, or try again later.",
            exception.Message);
        Assert.Equal(0, exception.ResponseStatusCode);
        Assert.Equal(Window + Window, exception.RetryAfter);
        Assert.Equal(3, _budget.Waiting);
    }

    [Fact]
    public async Task Takes_back_an_unused_permit_at_once()
    {
        using var first = await _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);
        var second = await _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);
        var waiting = _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);

        second.ReturnUnused();

        using var third = await SoonAsync(waiting);
    }

    [Fact]
    public async Task Counts_a_permit_once_however_often_it_is_given_back()
    {
        using var first = await _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);
        var second = await _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);
        second.Dispose();
        second.Dispose();
        second.ReturnUnused();

        _ = _budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask();

        Assert.Equal(1, _budget.Waiting);
    }

    [Theory]
    [InlineData(30.0, 30.0)]
    [InlineData(null, 15.0)]
    [InlineData(0.0, 0.0)]
    [InlineData(-5.0, 0.0)]
    [InlineData(1e9, 3600.0)]
    public async Task Pauses_as_long_as_the_server_asks_or_a_quarter_of_the_window(double? asked, double expected)
    {
        _budget.Pause(asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null);

        var waiting = _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);
        if (expected > 0)
        {
            _clock.Advance(TimeSpan.FromSeconds(expected) - TimeSpan.FromMilliseconds(1));
            Assert.Equal(1, _budget.Waiting);
        }

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        (await SoonAsync(waiting)).Dispose();
    }

    [Fact]
    public async Task Does_not_shorten_a_pause()
    {
        _budget.Pause(TimeSpan.FromSeconds(30));
        _budget.Pause(TimeSpan.FromSeconds(1));
        var waiting = _budget.AcquireAsync(RequestPriority.Interactive, Cancellation);

        _clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(1, _budget.Waiting);
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await SoonAsync(waiting)).Dispose();
    }

    [Fact]
    public async Task Never_lets_a_server_count_more_than_the_limit_in_any_window()
    {
        const int Limit = 5;
        using var budget = new RequestBudget(Limit, Window, queueLimit: 1_000, _clock);
        var random = new Random(20260102);
        var inFlight = new List<(RequestPermit Permit, DateTimeOffset Counted, DateTimeOffset Answered)>();
        var counted = new List<DateTimeOffset>();
        var waiting = new Queue<Task<RequestPermit>>();

        for (var step = 0; step < 2_000; step++)
        {
            if (random.Next(3) == 0)
            {
                waiting.Enqueue(budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask());
            }

            while (waiting.Count > budget.Waiting)
            {
                // The server counts at some time between the request and its answer.
                var sent = _clock.GetUtcNow();
                var onTheWay = TimeSpan.FromMilliseconds(random.Next(10_000));
                inFlight.Add((await waiting.Dequeue().WaitAsync(Patience, Cancellation), sent + onTheWay, sent + onTheWay + TimeSpan.FromMilliseconds(random.Next(5_000))));
                counted.Add(inFlight[^1].Counted);
            }

            _clock.Advance(TimeSpan.FromMilliseconds(random.Next(4_000)));
            foreach (var (permit, _, _) in inFlight.Where(request => request.Answered <= _clock.GetUtcNow()).ToList())
            {
                permit.Dispose();
            }

            inFlight.RemoveAll(request => request.Answered <= _clock.GetUtcNow());
        }

        counted.Sort();
        Assert.InRange(counted.Count, 100, 2_000);
        for (var i = 0; i + Limit < counted.Count; i++)
        {
            Assert.True(counted[i + Limit] - counted[i] >= Window, $"More than {Limit} requests within a window at {counted[i]}.");
        }
    }

    [Fact]
    public async Task Ends_all_waits_when_it_is_disposed_of()
    {
        await UseUpAsync();
        var waiting = _budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask();

        _budget.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask());
    }

    [Fact]
    public async Task Serves_many_threads_at_once_in_real_time()
    {
        using var budget = new RequestBudget(50, TimeSpan.FromMilliseconds(100), queueLimit: 400, TimeProvider.System);

        await Parallel.ForEachAsync(Enumerable.Range(0, 400), Cancellation, async (_, token) =>
        {
            using var permit = await budget.AcquireAsync(RequestPriority.Interactive, token);
        }).WaitAsync(Patience, Cancellation);

        Assert.Equal(0, budget.Waiting);
    }

    [Fact]
    public async Task Waits_for_a_window_that_is_longer_than_a_timer_can_be_set_for()
    {
        using var budget = new RequestBudget(permits: 1, TimeSpan.FromDays(100), queueLimit: 1, TimeProvider.System);
        (await SoonAsync(budget.AcquireAsync(RequestPriority.Interactive, Cancellation))).Dispose();

        _ = budget.AcquireAsync(RequestPriority.Interactive, Cancellation).AsTask();

        Assert.Equal(1, budget.Waiting);
    }

    [Fact]
    public void Refuses_arguments_outside_their_range()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RequestBudget(0, Window, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RequestBudget(1, TimeSpan.Zero, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RequestBudget(1, Window, -1));
    }

    private static Task<RequestPermit> SoonAsync(ValueTask<RequestPermit> permit) => permit.AsTask().WaitAsync(Patience, Cancellation);

    private async Task UseUpAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            (await SoonAsync(_budget.AcquireAsync(RequestPriority.Interactive, Cancellation))).Dispose();
        }
    }
}
