using SharedBudgets.Tests.Support;
using SieSmart.Pipeline.Sharing;
using SieSmart.Pipeline.Throttling;

namespace SharedBudgets.Tests.Conformance;

/// <summary>What every engine of a shared budget must do. Derive from it to judge one; <c>docs/another-engine.md</c> says how.</summary>
/// <remarks>
/// Engines have clocks of their own, so time is real here. What must not be too early is compared exactly, on whatever machine; what
/// must not be too late leaves room for a busy one.
/// </remarks>
public abstract class SharedBudgetConformance
{
    private const int Permits = 20;

    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestRequest = TimeSpan.FromMilliseconds(500);

    /// <summary>As long as an answer may take on a busy machine. A window in which nobody could be served would be twice as long.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5);

    private readonly string _name = $"conformance-{Guid.NewGuid():N}";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The budget as one more process sees it, which is new to the engine.</summary>
    /// <param name="limit">The limit; another name is another budget.</param>
    /// <param name="clock">The clock of the process, which must make no difference.</param>
    protected abstract ValueTask<ISharedBudget> ConnectAsync(SharedBudgetLimit limit, TimeProvider clock);

    [Fact]
    public async Task Hands_out_all_permits_at_once_and_then_reserves_the_next_that_comes_free()
    {
        var budget = await ConnectWarmAsync();

        var first = await TakeAllAsync(budget, Permits);
        await first[0].CompleteAsync(wasUsed: true, Cancelled);
        var next = await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);

        Assert.NotNull(next.Permit);
        Assert.InRange(next.Wait, TimeSpan.FromTicks(1), Window);
    }

    [Fact]
    public async Task A_permit_comes_free_one_window_after_the_answer_and_never_before()
    {
        var budget = await ConnectWarmAsync();
        var permits = await TakeAllAsync(budget, Permits);
        await Delay(TimeSpan.FromMilliseconds(150));

        var answered = Now();
        foreach (var permit in permits)
        {
            await permit.CompleteAsync(wasUsed: true, Cancelled);
        }

        for (var count = 0; count < Permits; count++)
        {
            var next = await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);
            Assert.NotNull(next.Permit);
            Assert.True(Now() + next.Wait >= answered + Window, $"{next.Wait} is too early, {Now() - answered} after the answer.");
            Assert.True(next.Wait <= Window, $"{next.Wait} is longer than a window.");
        }
    }

    [Fact]
    public async Task Says_how_long_to_sleep_while_all_permits_are_on_their_way()
    {
        var budget = await ConnectWarmAsync();
        await TakeAllAsync(budget, Permits);

        foreach (var priority in Enum.GetValues<RequestPriority>())
        {
            var started = Now();
            var answer = await budget.ReserveAsync(priority, Cancelled);

            Assert.Null(answer.Permit);
            Assert.InRange(answer.Wait, TimeSpan.FromTicks(1), Window);
            Assert.True(Now() - started < AtOnce, "The answer took as long as the sleep.");
        }
    }

    [Fact]
    public async Task A_permit_of_which_nothing_was_sent_is_free_at_once()
    {
        var (one, other) = (await ConnectWarmAsync(), await ConnectWarmAsync());
        var permits = await TakeAllAsync(one, Permits);

        await permits[0].CompleteAsync(wasUsed: false, Cancelled);
        var next = await other.ReserveAsync(RequestPriority.Interactive, Cancelled);

        Assert.NotNull(next.Permit);
        Assert.Equal(TimeSpan.Zero, next.Wait);
    }

    [Fact]
    public async Task A_reserved_permit_that_is_given_back_goes_to_the_next()
    {
        var budget = await ConnectWarmAsync();
        await CompleteAsync(await TakeAllAsync(budget, Permits));
        var reserved = await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);
        await reserved.Permit!.CompleteAsync(wasUsed: false, Cancelled);

        await Delay(reserved.Wait);
        var free = await TakeFreeAsync(budget, RequestPriority.Interactive, 1);

        Assert.Single(free);
    }

    [Fact]
    public async Task Processes_that_ask_at_the_same_time_get_no_more_than_there_is()
    {
        var budgets = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ConnectWarmAsync()));
        using var start = new Barrier(4);

        var counts = await Task.WhenAll(budgets.Select(budget => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(Cancelled);
                return Enumerable.Range(0, Permits)
                    .Count(_ => budget.ReserveAsync(RequestPriority.Interactive, Cancelled).AsTask().GetAwaiter().GetResult() is { Permit: not null, Wait.Ticks: 0 });
            },
            Cancelled,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal(Permits, counts.Sum());
    }

    [Fact]
    public async Task The_server_counts_no_more_than_the_limit_in_any_window()
    {
        await using var server = await CountingServer.StartAsync();
        var budgets = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ConnectWarmAsync()));
        var windows = 6;
        using var until = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        until.CancelAfter(windows * Window);

        await Task.WhenAll(budgets.Select((budget, index) => Crowd.SendAsync(budget, $"process-{index}", RequestPriority.Interactive, callers: 8, server, until.Token)));

        Assert.InRange(server.MostIn(Window), 1, Permits);
        Assert.True(server.Arrivals.Count > windows * Permits / 2, $"Only {server.Arrivals.Count} of {windows * Permits} were used.");
        Assert.Equal(4, server.Arrivals.Select(arrival => arrival.Who).Distinct().Count());
    }

    [Fact]
    public async Task A_tenth_is_kept_for_people_of_other_processes()
    {
        var (job, portal) = (await ConnectWarmAsync(), await ConnectWarmAsync());

        // Until nobody is taken to be waiting for the end of a cold start any more.
        await Delay(Window / 2);
        var bulk = await TakeFreeAsync(job, RequestPriority.Bulk, Permits);
        var interactive = await TakeFreeAsync(portal, RequestPriority.Interactive, Permits);

        Assert.Equal(Permits - (Permits / 10), bulk.Count);
        Assert.Equal(Permits / 10, interactive.Count);
    }

    [Fact]
    public async Task People_go_before_jobs_of_other_processes()
    {
        var (job, portal) = (await ConnectWarmAsync(), await ConnectWarmAsync());
        await CompleteAsync(await TakeAllAsync(portal, Permits));

        var bulk = await job.ReserveAsync(RequestPriority.Bulk, Cancelled);
        var interactive = await portal.ReserveAsync(RequestPriority.Interactive, Cancelled);

        Assert.Null(bulk.Permit);
        Assert.InRange(bulk.Wait, TimeSpan.FromTicks(1), Window);
        Assert.NotNull(interactive.Permit);
    }

    [Fact]
    public async Task Jobs_get_one_of_ten_while_people_would_take_all()
    {
        await using var server = await CountingServer.StartAsync();
        var (job, portal, other) = (await ConnectWarmAsync(), await ConnectWarmAsync(), await ConnectWarmAsync());
        using var until = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        until.CancelAfter(8 * Window);

        await Task.WhenAll(
            Crowd.SendAsync(job, "job", RequestPriority.Bulk, callers: 8, server, until.Token),
            Crowd.SendAsync(portal, "portal", RequestPriority.Interactive, callers: 8, server, until.Token),
            Crowd.SendAsync(other, "other", RequestPriority.Interactive, callers: 8, server, until.Token));

        // Without the first window, in which permits are there for all.
        var arrivals = server.Arrivals.Skip(Permits).ToList();
        Assert.InRange(server.MostIn(Window), 1, Permits);
        Assert.InRange(arrivals.Count(arrival => arrival.Who == "job") / (double)arrivals.Count, 0.06, 0.25);
    }

    [Fact]
    public async Task A_pause_holds_for_all_processes_and_a_shorter_one_does_not_end_it()
    {
        var (one, other) = (await ConnectWarmAsync(), await ConnectWarmAsync());
        var pause = TimeSpan.FromSeconds(1);

        var began = Now();
        await one.PauseAsync(pause, Cancelled);
        await other.PauseAsync(TimeSpan.FromMilliseconds(10), Cancelled);
        var answer = await other.ReserveAsync(RequestPriority.Interactive, Cancelled);

        Assert.Null(answer.Permit);
        Assert.True(Now() + answer.Wait >= began + pause, $"{answer.Wait} ends the pause too early.");
        Assert.True(answer.Wait <= pause, $"{answer.Wait} is longer than the pause.");
        await Delay(answer.Wait);
        Assert.NotNull((await other.ReserveAsync(RequestPriority.Interactive, Cancelled)).Permit);
    }

    [Fact]
    public async Task After_a_refusal_there_are_fewer_permits_one_after_the_other()
    {
        var (one, other) = (await ConnectWarmAsync(), await ConnectWarmAsync());
        await one.PauseAsync(TimeSpan.FromMilliseconds(50), Cancelled);
        await Delay(TimeSpan.FromMilliseconds(60));

        var answer = await other.ReserveAsync(RequestPriority.Interactive, Cancelled);
        var next = await one.ReserveAsync(RequestPriority.Interactive, Cancelled);

        Assert.NotNull(answer.Permit);
        Assert.True(next.Permit is null || next.Wait > TimeSpan.Zero, "Two permits at once.");
        Assert.InRange(answer.Use!.Permits, Permits / 10, (Permits * 3 / 4) + 2);
    }

    [Fact]
    public async Task What_a_dead_process_held_comes_free_when_its_lease_is_over_and_not_before()
    {
        var (dead, alive) = (await ConnectWarmAsync(), await ConnectWarmAsync());
        var taken = Now();
        await TakeAllAsync(dead, Permits);

        var lost = taken + LongestRequest + Window;
        while (await alive.ReserveAsync(RequestPriority.Interactive, Cancelled) is { } answer)
        {
            Assert.True(answer.Wait <= Window, "It was told to sleep for longer than a window.");
            if (answer.Permit is not null)
            {
                Assert.True(Now() + answer.Wait >= lost, $"A permit of the dead process came free {lost - Now()} too early.");
                break;
            }

            Assert.True(Now() < lost + AtOnce, "The permits of the dead process did not come back.");
            await Delay(answer.Wait);
        }

        Assert.NotEmpty(await TakeFreeAsync(alive, RequestPriority.Interactive, Permits - 1));
    }

    [Fact]
    public async Task A_report_that_comes_after_the_end_of_its_lease_counts_all_the_same()
    {
        var budget = await ConnectWarmAsync(permits: 1);
        var permit = Assert.Single(await TakeAllAsync(budget, 1));
        await Delay(LongestRequest + Window);

        var answered = Now();
        await permit.CompleteAsync(wasUsed: true, Cancelled);
        var next = await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);

        Assert.True(Now() + next.Wait >= answered + Window, "The late answer was not counted.");
    }

    [Fact]
    public async Task The_clocks_of_processes_make_no_difference()
    {
        var one = await ConnectWarmAsync(clock: new SkewedTimeProvider(TimeSpan.FromHours(1)));
        var other = await ConnectWarmAsync(clock: new SkewedTimeProvider(TimeSpan.FromHours(-1)));
        var permits = await TakeFreeAsync(one, RequestPriority.Interactive, Permits / 2);
        permits = [.. permits, .. await TakeFreeAsync(other, RequestPriority.Interactive, Permits)];
        Assert.Equal(Permits, permits.Count);

        var answered = Now();
        await CompleteAsync(permits);
        foreach (var budget in new[] { one, other })
        {
            var next = await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);
            Assert.True(Now() + next.Wait >= answered + Window, "Too early.");
            Assert.True(next.Wait <= Window, "Too late.");
        }
    }

    [Theory]
    [InlineData(Permits - 1, 400)]
    [InlineData(Permits, 500)]
    public async Task Another_limit_is_refused_while_the_first_is_in_use(int permits, int window)
    {
        var budget = await ConnectWarmAsync();
        var taken = await TakeAllAsync(budget, 1);
        var other = await ConnectAsync(new SharedBudgetLimit(_name, permits, TimeSpan.FromMilliseconds(window), LongestRequest), TimeProvider.System);

        var refusal = await Assert.ThrowsAsync<SharedBudgetMismatchException>(async () => await other.ReserveAsync(RequestPriority.Interactive, Cancelled));
        await taken[0].CompleteAsync(wasUsed: false, Cancelled);

        Assert.Contains(_name, refusal.Message, StringComparison.Ordinal);
        Assert.Contains($"{Permits} permits in {Window}", refusal.Message, StringComparison.Ordinal);
        Assert.NotNull((await other.ReserveAsync(RequestPriority.Interactive, Cancelled)).Permit);
    }

    [Fact]
    public async Task Budgets_of_other_names_have_permits_of_their_own()
    {
        var budget = await ConnectWarmAsync();
        await TakeAllAsync(budget, Permits);
        var other = await ConnectAsync(new SharedBudgetLimit($"{_name}-other", Permits, Window, LongestRequest), TimeProvider.System);
        await WarmAsync(other);

        Assert.Equal(TimeSpan.Zero, (await other.ReserveAsync(RequestPriority.Interactive, Cancelled)).Wait);
    }

    [Fact]
    public async Task Tells_how_many_permits_are_taken_and_by_how_many_processes()
    {
        var (one, other) = (await ConnectWarmAsync(), await ConnectWarmAsync());
        await Delay(3 * Window);
        await TakeAllAsync(one, 3);

        var use = (await other.ReserveAsync(RequestPriority.Interactive, Cancelled)).Use;

        Assert.Equal(new SharedUse(Taken: 4, Permits, Processes: 2), use);
    }

    [Fact]
    public async Task A_cancelled_question_takes_no_permit()
    {
        var budget = await ConnectWarmAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await budget.ReserveAsync(RequestPriority.Interactive, cancelled.Token));

        await TakeAllAsync(budget, Permits);
    }

    /// <summary>The time that passes on this machine.</summary>
    protected static TimeSpan Now() => TimeProvider.System.GetElapsedTime(0);

    /// <summary>Sleeps for at least that long.</summary>
    protected static async Task Delay(TimeSpan time)
    {
        var until = Now() + time;
        while (Now() < until)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(Math.Ceiling((until - Now()).TotalMilliseconds), 1)), TimeProvider.System, Cancelled);
        }
    }

    /// <summary>Waits until all permits are free: an engine that doesn't know what was sent before begins one window later.</summary>
    protected static async Task WarmAsync(ISharedBudget budget)
    {
        while (true)
        {
            var answer = await budget.ReserveAsync(RequestPriority.Interactive, Cancelled);
            await (answer.Permit?.CompleteAsync(wasUsed: false, Cancelled) ?? ValueTask.CompletedTask);
            if (answer.Wait == TimeSpan.Zero)
            {
                return;
            }

            await Delay(answer.Wait);
        }
    }

    /// <summary>Takes permits that must be free.</summary>
    protected static async Task<IReadOnlyList<ISharedPermit>> TakeAllAsync(ISharedBudget budget, int count)
    {
        var permits = await TakeFreeAsync(budget, RequestPriority.Interactive, count);
        Assert.Equal(count, permits.Count);
        return permits;
    }

    /// <summary>Takes permits for as long as they are free.</summary>
    protected static async Task<IReadOnlyList<ISharedPermit>> TakeFreeAsync(ISharedBudget budget, RequestPriority priority, int most)
    {
        var permits = new List<ISharedPermit>();
        while (permits.Count < most && await budget.ReserveAsync(priority, Cancelled) is { Permit: { } permit, Wait.Ticks: 0 })
        {
            permits.Add(permit);
        }

        return permits;
    }

    /// <summary>Connects, and waits until all permits are free.</summary>
    protected async Task<ISharedBudget> ConnectWarmAsync(int permits = Permits, TimeProvider? clock = null)
    {
        var budget = await ConnectAsync(new SharedBudgetLimit(_name, permits, Window, LongestRequest), clock ?? TimeProvider.System);
        await WarmAsync(budget);
        return budget;
    }

    private static async Task CompleteAsync(IEnumerable<ISharedPermit> permits)
    {
        foreach (var permit in permits)
        {
            await permit.CompleteAsync(wasUsed: true, Cancelled);
        }
    }
}
