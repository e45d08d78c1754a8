using System.Security.Cryptography;
using SharedBudgets.Tests.Support;
using SieSmart.Pipeline.Sharing.Tokens;

namespace SharedBudgets.Tests.Conformance;

/// <summary>What every store of shared tokens must do. Derive from it to judge one; <c>docs/another-engine.md</c> says how.</summary>
/// <remarks>
/// Stores have clocks of their own, so time is real here. What must not be too early is compared exactly, on whatever machine; what
/// must not be too late leaves room for a busy one.
/// </remarks>
public abstract class SharedTokenConformance
{
    private const string One = "one";
    private const string Other = "other";

    private static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongLease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly string _key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
    private readonly byte[] _content = RandomNumberGenerator.GetBytes(500);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The store as one more process sees it.</summary>
    /// <param name="clock">The clock of the process, which must make no difference.</param>
    protected abstract ValueTask<ISharedTokenStore> ConnectAsync(TimeProvider clock);

    [Fact]
    public async Task Whoever_asks_first_fetches_and_the_others_are_told_for_how_long_they_may_wait()
    {
        var (one, other) = (await ConnectAsync(), await ConnectAsync());

        var first = await AskAsync(one, One, lease: LongLease);
        var second = await AskAsync(other, Other, lease: LongLease);

        Assert.True(first.IsLeased);
        Assert.False(second.IsLeased);
        Assert.Null(second.Token);
        Assert.InRange(second.Rest!.Value, TimeSpan.FromSeconds(30), LongLease);
    }

    [Fact]
    public async Task Of_many_that_ask_at_the_same_time_one_fetches()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ConnectAsync()));
        using var start = new Barrier(4);

        var answers = await Task.WhenAll(stores.SelectMany((store, index) => Enumerable.Range(0, 5).Select(turn => (Store: store, Asker: $"{index}x{turn}")).Chunk(5)).Select(askers => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait(Cancelled);
                return askers.Count(asker => AskAsync(asker.Store, asker.Asker, lease: LongLease).GetAwaiter().GetResult().IsLeased);
            },
            Cancelled,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal(1, answers.Sum());
    }

    [Fact]
    public async Task What_one_has_stored_all_read_byte_for_byte()
    {
        var (one, other) = (await ConnectAsync(), await ConnectAsync());
        await AskAsync(one, One);

        var version = await StoreAsync(one, One);
        var found = await AskAsync(other, Other);

        Assert.NotNull(version);
        Assert.Equal(version, found.Version);
        Assert.Equal(_content, found.Token!.Content.ToArray());
        Assert.Equal(Lifetime, found.Token.Lifetime);
    }

    [Fact]
    public async Task A_token_is_as_old_as_it_was_when_it_was_stored_and_gets_older()
    {
        var (one, other) = (await ConnectAsync(), await ConnectAsync());
        var (age, pause) = (TimeSpan.FromMinutes(10), TimeSpan.FromMilliseconds(200));
        await AskAsync(one, One);
        await StoreAsync(one, One, age: age);

        await Delay(pause);
        var found = await AskAsync(other, Other);

        Assert.InRange(found.Token!.Age, age + pause, age + TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_token_whose_lifetime_is_over_is_there_no_more()
    {
        var store = await ConnectAsync();
        await AskAsync(store, One);
        await StoreAsync(store, One, lifetime: TimeSpan.FromMilliseconds(200));
        Assert.NotNull((await AskAsync(store, Other)).Token);

        await Delay(TimeSpan.FromMilliseconds(250));

        Assert.True((await AskAsync(store, Other)).IsLeased);
    }

    [Fact]
    public async Task Whoever_knows_the_version_already_fetches_the_next_while_the_others_read_the_old_one()
    {
        var (one, other) = (await ConnectAsync(), await ConnectAsync());
        await AskAsync(one, One);
        var first = await StoreAsync(one, One);

        var renewal = await AskAsync(one, One, after: first!.Value, lease: LongLease);
        var waiting = await AskAsync(other, Other, after: first.Value);
        var reading = await AskAsync(other, "third");
        var second = await StoreAsync(one, One);
        var renewed = await AskAsync(other, Other, after: first.Value);

        Assert.True(renewal.IsLeased);
        Assert.NotNull(waiting.Rest);
        Assert.Equal(first, reading.Version);
        Assert.True(second > first, $"{second} is not greater than {first}.");
        Assert.Equal(second, renewed.Version);
    }

    [Fact]
    public async Task The_lease_of_a_dead_process_ends_and_not_before()
    {
        var (dead, alive) = (await ConnectAsync(), await ConnectAsync());
        var taken = Now();
        Assert.True((await AskAsync(dead, One)).IsLeased);

        while (await AskAsync(alive, Other) is { IsLeased: false } answer)
        {
            Assert.True(answer.Rest <= Lease, "The lease got longer.");
            Assert.True(Now() < taken + Lease + TimeSpan.FromSeconds(10), "The lease did not end.");
            await Delay(answer.Rest!.Value);
        }

        Assert.True(Now() >= taken + Lease, "The lease ended too early.");
    }

    [Fact]
    public async Task Whoever_has_the_lease_prolongs_it()
    {
        var (one, other) = (await ConnectAsync(), await ConnectAsync());
        await AskAsync(one, One);

        Assert.True((await AskAsync(one, One, lease: LongLease)).IsLeased);
        await Delay(Lease + TimeSpan.FromMilliseconds(50));

        Assert.NotNull((await AskAsync(other, Other)).Rest);
    }

    [Fact]
    public async Task A_lease_that_is_given_back_is_the_next_ones_and_nobody_elses_can_be()
    {
        var (one, other) = (await ConnectAsync(), await ConnectAsync());
        await AskAsync(one, One, lease: LongLease);

        await other.ReleaseAsync(_key, Other, Cancelled);
        var stillTaken = await AskAsync(other, Other);
        await one.ReleaseAsync(_key, One, Cancelled);
        var free = await AskAsync(other, Other);

        Assert.NotNull(stillTaken.Rest);
        Assert.True(free.IsLeased);
    }

    [Fact]
    public async Task Whoever_lost_the_lease_to_another_stores_nothing()
    {
        var (slow, other) = (await ConnectAsync(), await ConnectAsync());
        await AskAsync(slow, One);
        await Delay(Lease + TimeSpan.FromMilliseconds(50));
        Assert.True((await AskAsync(other, Other, lease: LongLease)).IsLeased);

        var whileOtherFetches = await StoreAsync(slow, One);
        var stored = await StoreAsync(other, Other);
        var afterwards = await StoreAsync(slow, One);

        Assert.Null(whileOtherFetches);
        Assert.Null(afterwards);
        Assert.Equal(stored, (await AskAsync(slow, One)).Version);
    }

    [Fact]
    public async Task A_lease_that_ended_and_nobody_took_still_lets_its_owner_store()
    {
        var store = await ConnectAsync();
        await AskAsync(store, One);
        await Delay(Lease + TimeSpan.FromMilliseconds(50));

        Assert.NotNull(await StoreAsync(store, One));
    }

    [Fact]
    public async Task Nobody_stores_without_a_lease()
    {
        var store = await ConnectAsync();

        Assert.Null(await StoreAsync(store, One));
        Assert.True((await AskAsync(store, Other)).IsLeased);
    }

    [Fact]
    public async Task A_rejected_version_is_dropped_and_a_newer_one_stays()
    {
        var (one, other) = (await ConnectAsync(), await ConnectAsync());
        await AskAsync(one, One);
        var rejected = (await StoreAsync(one, One))!.Value;

        await one.DropAsync(_key, rejected, Cancelled);
        var dropped = await AskAsync(one, One, after: rejected);
        var newer = await StoreAsync(one, One);
        await other.DropAsync(_key, rejected, Cancelled);
        var found = await AskAsync(other, Other, after: rejected);

        Assert.True(dropped.IsLeased);
        Assert.True(newer > rejected, "The version did not grow.");
        Assert.Equal(newer, found.Version);
    }

    [Fact]
    public async Task Who_starts_after_a_drop_does_not_get_the_rejected_one()
    {
        var (one, other) = (await ConnectAsync(), await ConnectAsync());
        await AskAsync(one, One);
        await one.DropAsync(_key, (await StoreAsync(one, One))!.Value, Cancelled);

        Assert.True((await AskAsync(other, Other)).IsLeased);
    }

    [Fact]
    public async Task The_clocks_of_processes_make_no_difference()
    {
        var ahead = await ConnectAsync(new SkewedTimeProvider(TimeSpan.FromHours(3)));
        var behind = await ConnectAsync(new SkewedTimeProvider(TimeSpan.FromHours(-3)));
        Assert.True((await AskAsync(ahead, One, lease: LongLease)).IsLeased);
        Assert.NotNull((await AskAsync(behind, Other)).Rest);

        await StoreAsync(ahead, One);
        var found = await AskAsync(behind, Other);

        Assert.InRange(found.Token!.Age, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Other_keys_have_tokens_of_their_own()
    {
        var store = await ConnectAsync();
        await AskAsync(store, One);
        await StoreAsync(store, One);

        var answer = await store.AskAsync(new string('0', 64), after: 0, $"{_key}", TimeSpan.FromMilliseconds(1), Cancelled);

        Assert.Null(answer.Token);
    }

    [Fact]
    public async Task A_cancelled_question_takes_no_lease()
    {
        var store = await ConnectAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.AskAsync(_key, after: 0, One, LongLease, cancelled.Token));

        Assert.True((await AskAsync(store, Other)).IsLeased);
    }

    private static TimeSpan Now() => TimeProvider.System.GetElapsedTime(0);

    /// <summary>Sleeps for at least that long.</summary>
    private static async Task Delay(TimeSpan time)
    {
        var until = Now() + time;
        while (Now() < until)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(Math.Ceiling((until - Now()).TotalMilliseconds), 1)), TimeProvider.System, Cancelled);
        }
    }

    private Task<ISharedTokenStore> ConnectAsync() => ConnectAsync(TimeProvider.System).AsTask();

    private async Task<SharedTokenAnswer> AskAsync(ISharedTokenStore store, string asker, long after = 0, TimeSpan? lease = null) =>
        await store.AskAsync(_key, after, asker, lease ?? Lease, Cancelled);

    private async Task<long?> StoreAsync(ISharedTokenStore store, string asker, TimeSpan? lifetime = null, TimeSpan age = default) =>
        await store.StoreAsync(_key, asker, new ProtectedToken(_content, lifetime ?? Lifetime, age), Cancelled);
}
