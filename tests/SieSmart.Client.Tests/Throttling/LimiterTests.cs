using System.Threading.RateLimiting;
using SieSmart.Client.Tests.Support;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Throttling;

public sealed class LimiterTests : IDisposable
{
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly FakeTimeProvider _clock = new();
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 1 });
    private readonly RequestBudget _budget;

    public LimiterTests() => _budget = new RequestBudget(_limiter, queueLimit: 20, _clock);

    public void Dispose()
    {
        _budget.Dispose();
        _limiter.Dispose();
    }

    [Fact]
    public async Task Hands_out_what_the_limiter_permits_and_gives_it_back_when_the_answer_has_arrived()
    {
        var first = await _budget.AskAsync().SoonAsync();
        var second = _budget.AskAsync();
        await BudgetCalls.UntilAsync(() => Statistics.CurrentQueuedCount == 1);
        Assert.Equal(1, _budget.Waiting);

        first.Dispose();

        (await second.SoonAsync()).ReturnUnused();
        await BudgetCalls.UntilAsync(() => Statistics.CurrentAvailablePermits == 1);
    }

    [Fact]
    public async Task Gives_the_permit_to_whoever_goes_first_when_it_comes()
    {
        var first = await _budget.AskAsync().SoonAsync();
        var bulk = _budget.AskAsync(RequestPriority.Bulk);
        await BudgetCalls.UntilAsync(() => Statistics.CurrentQueuedCount == 1);
        var interactive = _budget.AskAsync();

        first.Dispose();

        var second = await interactive.SoonAsync();
        Assert.Equal(1, _budget.Waiting);
        second.Dispose();
        await bulk.SoonAsync();
    }

    [Fact]
    public async Task Leaves_the_queue_of_the_limiter_when_nobody_waits_any_more()
    {
        using var first = await _budget.AskAsync().SoonAsync();
        var call = _budget.AskAsync(timeout: TimeSpan.FromSeconds(30));
        await BudgetCalls.UntilAsync(() => Statistics.CurrentQueuedCount == 1);

        _clock.Advance(TimeSpan.FromSeconds(30));

        await Assert.ThrowsAsync<RateLimitExceededException>(() => call.SoonAsync());
        await BudgetCalls.UntilAsync(() => Statistics.CurrentQueuedCount == 0);
    }

    [Fact]
    public async Task Asks_a_limiter_that_lets_nobody_wait_four_times_a_second()
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 0 });
        using var budget = new RequestBudget(limiter, queueLimit: 20, _clock);
        var first = await budget.AskAsync().SoonAsync();
        var second = budget.AskAsync();
        await SleepsAsync(TimeSpan.FromMilliseconds(250));
        first.Dispose();
        await BudgetCalls.UntilAsync(() => limiter.GetStatistics()!.CurrentAvailablePermits == 1);

        _clock.Advance(TimeSpan.FromMilliseconds(250) - Instant);
        Assert.Equal(1, budget.Waiting);
        _clock.Advance(Instant);
        await second.SoonAsync();
    }

    [Fact]
    public async Task Asks_a_limiter_that_says_when_to_come_back_then()
    {
        using var limiter = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = 1,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromSeconds(40),
            QueueLimit = 0,
            AutoReplenishment = false,
        });
        using var budget = new RequestBudget(limiter, queueLimit: 20, _clock);
        (await budget.AskAsync().SoonAsync()).Dispose();

        _ = budget.AskAsync();

        await SleepsAsync(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task Pauses_after_a_refusal_though_the_limiter_would_not()
    {
        (await _budget.AskAsync().SoonAsync()).ReturnRefused();
        var call = _budget.AskAsync();

        _clock.Advance(TimeSpan.FromSeconds(15) - Instant);
        Assert.Equal(1, _budget.Waiting);
        _clock.Advance(Instant);
        await call.SoonAsync();
    }

    [Fact]
    public async Task Tells_callers_that_the_limiter_fails()
    {
        await _limiter.DisposeAsync();
        var call = _budget.AskAsync(timeout: TimeSpan.FromSeconds(5));
        await SleepsAsync(TimeSpan.FromSeconds(1));

        _clock.Advance(TimeSpan.FromSeconds(5));

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => call.SoonAsync());
        Assert.IsType<ObjectDisposedException>(exception.InnerException);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Disposes_of_the_limiter_only_if_told_to(bool disposesLimiter)
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 0 });

        new RequestBudget(limiter, queueLimit: 1, _clock, disposesLimiter).Dispose();

        if (disposesLimiter)
        {
            Assert.Throws<ObjectDisposedException>(() => limiter.AttemptAcquire());
        }
        else
        {
            Assert.True(limiter.AttemptAcquire().IsAcquired);
        }
    }

    [Fact]
    public void Refuses_arguments_outside_their_range()
    {
        Assert.Throws<ArgumentNullException>(() => new RequestBudget((RateLimiter)null!, queueLimit: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RequestBudget(_limiter, queueLimit: 0));
    }

    private RateLimiterStatistics Statistics => _limiter.GetStatistics()!;

    private Task SleepsAsync(TimeSpan duration) => BudgetCalls.UntilAsync(() => _clock.HasTimerDueIn(duration));
}
