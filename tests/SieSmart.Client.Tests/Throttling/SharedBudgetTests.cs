using SieSmart.Client.Tests.Support;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Throttling;

public sealed class SharedBudgetTests : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly InMemorySharedBudget _shared;
    private readonly RequestBudget _here;
    private readonly RequestBudget _there;

    public SharedBudgetTests()
    {
        _shared = new InMemorySharedBudget(permits: 2, Window, _clock);
        _here = new RequestBudget(_shared, queueLimit: 20, _clock);
        _there = new RequestBudget(_shared, queueLimit: 20, _clock);
    }

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    [Fact]
    public async Task Hands_out_no_more_in_two_processes_than_in_one()
    {
        await SpendAsync(_here);
        await SpendAsync(_there);
        var third = _there.AskAsync();
        await SleepsAsync(Window);

        _clock.Advance(Window - Instant);
        Assert.Equal(1, _there.Waiting);

        _clock.Advance(Instant);
        await third.SoonAsync();
    }

    [Fact]
    public async Task Asks_again_only_when_it_was_told_to()
    {
        await SpendAsync(_here);
        await SpendAsync(_here);
        _ = _here.AskAsync();
        _ = _here.AskAsync();
        await SleepsAsync(Window);

        _clock.Advance(Window - Instant);
        _ = _here.AskAsync();

        await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(3, _shared.Questions);
    }

    [Fact]
    public async Task Pauses_in_all_processes_when_one_is_refused()
    {
        (await _here.AskAsync().SoonAsync()).ReturnRefused(TimeSpan.FromSeconds(30));
        await BudgetCalls.UntilAsync(() => _shared.Pauses.Count == 1);

        var there = _there.AskAsync();
        await SleepsAsync(TimeSpan.FromSeconds(30));
        _clock.Advance(TimeSpan.FromSeconds(30) - Instant);
        Assert.Equal(1, _there.Waiting);

        _clock.Advance(Instant);
        await there.SoonAsync();
        Assert.Equal([TimeSpan.FromSeconds(30)], _shared.Pauses);
    }

    [Fact]
    public async Task Pauses_for_15_seconds_when_neither_the_server_nor_the_budget_says_how_long()
    {
        (await _here.AskAsync().SoonAsync()).ReturnRefused();

        await BudgetCalls.UntilAsync(() => _shared.Pauses.Count == 1);
        Assert.Equal([TimeSpan.FromSeconds(15)], _shared.Pauses);
    }

    [Fact]
    public async Task Says_of_each_permit_whether_it_was_used()
    {
        var used = await _here.AskAsync().SoonAsync();
        var unused = await _here.AskAsync().SoonAsync();

        used.Dispose();
        await BudgetCalls.UntilAsync(() => _shared.Completed.Count == 1);
        unused.ReturnUnused();
        await BudgetCalls.UntilAsync(() => _shared.Completed.Count == 2);

        Assert.Equal([true, false], _shared.Completed);
    }

    [Fact]
    public async Task Asks_at_once_for_what_it_gave_back_unused()
    {
        await SpendAsync(_here);
        var unused = await _here.AskAsync().SoonAsync();
        var waiting = _here.AskAsync();
        await SleepsAsync(Window);

        unused.ReturnUnused();

        await waiting.SoonAsync();
    }

    [Fact]
    public async Task Waits_until_a_permit_that_is_reserved_ahead_may_be_used()
    {
        _shared.StartIn = TimeSpan.FromSeconds(7);
        var call = _here.AskAsync();
        await SleepsAsync(TimeSpan.FromSeconds(7));

        _clock.Advance(TimeSpan.FromSeconds(7) - Instant);
        Assert.Equal(1, _here.Waiting);
        _clock.Advance(Instant);
        await call.SoonAsync();
    }

    [Fact]
    public async Task Does_not_keep_an_interactive_caller_waiting_for_the_answer_to_a_bulk_caller()
    {
        var shared = new InMemorySharedBudget(permits: 10, Window, _clock);
        using var budget = new RequestBudget(shared, queueLimit: 20, _clock);
        for (var i = 0; i < 9; i++)
        {
            _ = await budget.AskAsync(RequestPriority.Bulk).SoonAsync();
        }

        _ = budget.AskAsync(RequestPriority.Bulk);
        await BudgetCalls.UntilAsync(() => shared.Questions == 10);

        await budget.AskAsync().SoonAsync();
    }

    [Fact]
    public async Task Sends_nothing_while_it_can_not_ask_and_tells_callers_why()
    {
        _shared.Answer = _ => throw new InvalidOperationException("The database is down.");
        var call = _here.AskAsync(timeout: TimeSpan.FromSeconds(20));

        await SleepsAsync(Second);
        _clock.Advance(TimeSpan.FromSeconds(20));

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => call.SoonAsync());
        Assert.Equal(
            "The request was not sent: whether there is a permit could not be asked within 20 s. See the inner exception, and try again later.",
            exception.Message);
        Assert.Equal("The database is down.", exception.InnerException?.Message);
    }

    [Fact]
    public async Task Asks_again_after_failures_at_growing_intervals_and_recovers()
    {
        _shared.Answer = _ => throw new InvalidOperationException("The database is down.");
        var call = _here.AskAsync();

        var questions = 1;
        foreach (var seconds in new[] { 1, 2, 4, 8, 16, 30, 30 })
        {
            await SleepsAsync(seconds * Second);
            _clock.Advance((seconds * Second) - Instant);
            Assert.Equal(questions, _shared.Questions);
            _clock.Advance(Instant);
            questions++;
        }

        await SleepsAsync(30 * Second);
        _shared.Answer = null;
        _clock.Advance(30 * Second);
        await call.SoonAsync();
    }

    [Fact]
    public async Task Gives_back_the_permit_of_an_answer_that_came_too_late()
    {
        var answer = new TaskCompletionSource<SharedReservation>();
        _shared.Answer = _ => answer.Task;
        var call = _here.AskAsync();
        await SleepsAsync(RequestBudget.SharedCallTimeout);

        _shared.Answer = null;
        _clock.Advance(RequestBudget.SharedCallTimeout);
        await SleepsAsync(Second);
        answer.SetResult(_shared.Reserve(RequestPriority.Interactive));
        await BudgetCalls.UntilAsync(() => _shared.Completed.Count == 1);
        Assert.Equal([false], _shared.Completed);

        _clock.Advance(Second);
        await call.SoonAsync();
        Assert.Equal(1, _shared.InUse);
    }

    [Fact]
    public async Task Withdraws_its_question_when_nobody_waits_any_more()
    {
        var withdrawn = new TaskCompletionSource();
        _shared.Answer = async token =>
        {
            await using var registration = token.Register(() => withdrawn.TrySetResult());
            await withdrawn.Task;
            return _shared.Reserve(RequestPriority.Interactive);
        };
        using var cancellation = new CancellationTokenSource();
        var call = _here.AcquireAsync(RequestPriority.Interactive, cancellation.Token).AsTask();
        await AskedAsync(1);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.SoonAsync());
        await BudgetCalls.UntilAsync(() => _shared.Completed.Count == 1);
        Assert.Equal([false], _shared.Completed);
    }

    [Fact]
    public async Task Gives_back_a_permit_that_is_reserved_ahead_when_nobody_waits_any_more()
    {
        _shared.StartIn = TimeSpan.FromSeconds(7);
        var call = _here.AskAsync(timeout: TimeSpan.FromSeconds(5));
        await SleepsAsync(TimeSpan.FromSeconds(7));

        _clock.Advance(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<RateLimitExceededException>(() => call.SoonAsync());
        await BudgetCalls.UntilAsync(() => _shared.Completed.Count == 1);
        Assert.Equal([false], _shared.Completed);
    }

    [Fact]
    public async Task Gives_back_what_it_holds_when_it_is_disposed_of()
    {
        _shared.StartIn = TimeSpan.FromSeconds(7);
        var call = _here.AskAsync();
        await SleepsAsync(TimeSpan.FromSeconds(7));

        _here.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => call.SoonAsync());
        await BudgetCalls.UntilAsync(() => _shared.Completed.Count == 1);
    }

    [Fact]
    public async Task Shares_in_real_time_what_many_threads_of_two_processes_use()
    {
        var shared = new InMemorySharedBudget(50, TimeSpan.FromMilliseconds(100), TimeProvider.System);
        using var here = new RequestBudget(shared, queueLimit: 200);
        using var there = new RequestBudget(shared, queueLimit: 200);
        var most = 0;

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 300),
            new ParallelOptions { MaxDegreeOfParallelism = 100, CancellationToken = TestContext.Current.CancellationToken },
            async (number, token) =>
            {
                using var permit = await (number % 2 == 0 ? here : there).AcquireAsync(RequestPriority.Interactive, token);
                InterlockedMax(ref most, shared.InUse);
            });

        Assert.InRange(most, 1, 50);
        await BudgetCalls.UntilAsync(() => shared.Completed.Count == 300);
        Assert.All(shared.Completed, Assert.True);
    }

    [Fact]
    public void Refuses_arguments_outside_their_range()
    {
        Assert.Throws<ArgumentNullException>(() => new RequestBudget((ISharedBudget)null!, queueLimit: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RequestBudget(_shared, queueLimit: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SharedReservation.NotYet(TimeSpan.Zero));
        Assert.Throws<ArgumentNullException>(() => SharedReservation.Granted(null!));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }

    /// <summary>Takes a permit and gives it back as used.</summary>
    private async Task SpendAsync(RequestBudget budget)
    {
        var completed = _shared.Completed.Count;
        (await budget.AskAsync().SoonAsync()).Dispose();
        await BudgetCalls.UntilAsync(() => _shared.Completed.Count > completed);
    }

    private Task AskedAsync(int questions) => BudgetCalls.UntilAsync(() => _shared.Questions == questions);

    /// <summary>Waits until an answer has made a budget go to sleep for just that long.</summary>
    private Task SleepsAsync(TimeSpan duration) => BudgetCalls.UntilAsync(() => _clock.HasTimerDueIn(duration));
}
