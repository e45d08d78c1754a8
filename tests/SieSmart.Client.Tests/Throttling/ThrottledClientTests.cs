using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using SieSmart.Client.Tests.Support;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Throttling;

public sealed class ThrottledClientTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Sends_no_more_in_a_minute_than_the_options_allow()
    {
        var clock = new FakeTimeProvider();
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, clock, options => options.RequestsPerMinute = 2);
        var client = services.Client();
        await client.ReadAsync();
        await client.ReadAsync();

        var third = client.ReadAsync();
        clock.Advance(TimeSpan.FromSeconds(59));
        await AssertWaitsAsync(third);
        Assert.Equal(2, api.Requests.Count);

        clock.Advance(TimeSpan.FromSeconds(1));
        await third;
        Assert.Equal(3, api.Requests.Count);
    }

    [Fact]
    public async Task Shares_the_budget_among_all_clients_of_a_container()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider(), options => options.RequestsPerMinute = 2);
        await services.Client().ReadAsync();
        await services.Client().ReadAsync();
        using var cancellation = new CancellationTokenSource();

        var third = services.Client().ReadAsync(cancellation.Token);

        await AssertWaitsAsync(third);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Shares_the_budget_among_all_clients_of_a_host_that_are_made_without_a_container()
    {
        await using var api = await StubApi.StartAsync();
        using var generous = new SieSmartClient(api.Options(options => options.RequestsPerMinute = 50));
        using var strict = new SieSmartClient(api.Options(options => options.RequestsPerMinute = 2));
        await generous.ReadAsync();
        await strict.ReadAsync();
        using var cancellation = new CancellationTokenSource();

        var third = generous.ReadAsync(cancellation.Token);

        await AssertWaitsAsync(third);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Pauses_when_the_api_counts_more_than_it_sent()
    {
        var clock = new FakeTimeProvider();
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, clock, options => options.MaxRetries = 0);
        var client = services.Client();
        var answer = api.Answer;
        api.Answer = http => StubServer.AnswerAsync(http, 429, headers: ("Retry-After", "30"));

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => client.ReadAsync());
        api.Answer = answer;
        var next = client.ReadAsync();
        clock.Advance(TimeSpan.FromSeconds(29));

        Assert.Equal(TimeSpan.FromSeconds(30), exception.RetryAfter);
        await AssertWaitsAsync(next);
        clock.Advance(TimeSpan.FromSeconds(1));
        await next;
    }

    [Fact]
    public async Task Pays_nothing_for_a_request_that_got_no_token()
    {
        await using var api = await StubApi.StartAsync();
        var clock = new FakeTimeProvider();
        await using var services = Services.For(api, clock, options => options.RequestsPerMinute = 1);
        var token = api.Token;
        api.Token = http => StubServer.AnswerAsync(http, 503);

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => services.Client().ReadAsync());
        api.Token = token;
        clock.Advance(TimeSpan.FromSeconds(1));

        await services.Client().ReadAsync();
    }

    [Fact]
    public async Task Names_the_operation_that_found_the_queue_full()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider(), options => options.RequestsPerMinute = 1);
        using var cancellation = new CancellationTokenSource();
        await services.Client().ReadAsync();
        var waiting = Enumerable.Range(0, 2).Select(_ => services.Client().ReadAsync(cancellation.Token)).ToList();

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => services.Client().WriteAsync());

        Assert.Equal("submit", exception.Operation?.Id);
        Assert.Equal(Calls.Version, exception.SentETag);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(waiting));
    }

    [Fact]
    public async Task Pays_for_a_request_whose_answer_is_lost()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider(), options => options.RequestsPerMinute = 1);
        api.Answer = http =>
        {
            http.Abort();
            return Task.CompletedTask;
        };
        using var cancellation = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<SieSmartException>(() => services.Client().WriteAsync());
        var next = services.Client().ReadAsync(cancellation.Token);

        await AssertWaitsAsync(next);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task Pays_nothing_for_a_request_that_is_cancelled_before_it_is_sent()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider(), options => options.RequestsPerMinute = 1);
        var (token, asked, answer) = (api.Token, new TaskCompletionSource(), new TaskCompletionSource());
        api.Token = async http =>
        {
            asked.SetResult();
            await answer.Task;
            await token(http);
        };
        using var cancellation = new CancellationTokenSource();
        var call = services.Client().ReadAsync(cancellation.Token);
        await asked.Task;

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        api.Token = token;
        answer.SetResult();
        await services.Client().ReadAsync();
    }

    [Fact]
    public async Task Pays_for_each_attempt_of_a_call()
    {
        var clock = new FakeTimeProvider();
        await using var api = await StubApi.StartAsync();
        using var budget = new RequestBudget(permits: 1, Minute, queueLimit: 1, clock);
        await using var services = Services.For(api, clock, options =>
        {
            options.Budget = budget;
            options.TotalTimeout = TimeSpan.FromDays(1);
            options.QueueTimeout = TimeSpan.FromDays(1);
        });
        var answer = api.Answer;
        api.Answer = http =>
        {
            api.Answer = answer;
            return StubServer.AnswerAsync(http, 503);
        };

        var call = services.Client().ReadAsync();
        while (budget.Waiting == 0 && !call.IsCompleted)
        {
            // The pause between attempts is random.
            clock.Advance(TimeSpan.FromMilliseconds(200));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        Assert.Single(api.Requests);
        clock.Advance(Minute);
        await call;
        Assert.Equal(2, api.Requests.Count);
    }

    [Fact]
    public async Task Lets_a_request_wait_in_the_lane_that_it_asks_for()
    {
        var clock = new FakeTimeProvider();
        await using var api = await StubApi.StartAsync();
        using var budget = new RequestBudget(permits: 1, Minute, queueLimit: 10, clock);
        await using var services = Services.For(api, clock, options => options.Budget = budget);
        await services.Client().ReadAsync();
        var bulk = services.Client().ReadAsync(new RequestPriorityOption(RequestPriority.Bulk));
        await BudgetCalls.UntilAsync(() => budget.Waiting == 1);
        var interactive = services.Client().ReadAsync();
        await BudgetCalls.UntilAsync(() => budget.Waiting == 2);

        clock.Advance(Minute);
        await interactive;

        Assert.Equal(1, budget.Waiting);
        clock.Advance(Minute);
        await bulk;
    }

    [Fact]
    public async Task Lets_requests_wait_in_the_lane_of_their_client_otherwise()
    {
        var clock = new FakeTimeProvider();
        await using var api = await StubApi.StartAsync();
        using var budget = new RequestBudget(permits: 10, Minute, queueLimit: 10, clock);
        await using var services = Services.For(api, clock, options =>
        {
            options.Budget = budget;
            options.Priority = RequestPriority.Bulk;
        });
        await budget.SpendAsync(9);

        var tenth = services.Client().ReadAsync();
        await BudgetCalls.UntilAsync(() => budget.Waiting == 1);
        await services.Client().ReadAsync(new RequestPriorityOption(RequestPriority.Interactive));

        Assert.Equal(1, budget.Waiting);
        clock.Advance(Minute);
        await tenth;
    }

    [Fact]
    public async Task Fails_a_request_whose_turn_does_not_come_within_the_queue_timeout()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, new FakeTimeProvider(), options =>
        {
            options.RequestsPerMinute = 1;
            options.QueueTimeout = TimeSpan.FromSeconds(30);
        });
        await services.Client().ReadAsync();

        var exception = await Assert.ThrowsAsync<RateLimitExceededException>(() => services.Client().WriteAsync());

        Assert.Equal(
            "The request was not sent: it would have to wait 60 s for its turn, and may wait 30 s. Send fewer at a time, allow a longer wait, or try again later.",
            exception.Message);
        Assert.Equal(TimeSpan.FromMinutes(1), exception.RetryAfter);
        Assert.Equal("submit", exception.Operation?.Id);
        Assert.Single(api.Requests);
    }

    [Fact]
    public async Task Spends_the_budget_that_the_options_name_instead_of_the_one_of_the_host()
    {
        var clock = new FakeTimeProvider();
        await using var api = await StubApi.StartAsync();
        using var budget = new RequestBudget(permits: 2, Minute, queueLimit: 10, clock);
        await using var services = Services.For(api, clock, options => options.Budget = budget);
        using var client = new SieSmartClient(api.Options(options => options.Budget = budget));
        await services.Client().ReadAsync();
        await client.ReadAsync();

        var (third, fourth) = (services.Client().ReadAsync(), client.ReadAsync());

        await BudgetCalls.UntilAsync(() => budget.Waiting == 2);
        Assert.Equal(2, api.Requests.Count);
        clock.Advance(Minute);
        await Task.WhenAll(third, fourth);
    }

    [Fact]
    public async Task Measures_how_long_requests_wait_in_each_lane()
    {
        var clock = new FakeTimeProvider();
        await using var api = await StubApi.StartAsync();
        using var budget = new RequestBudget(permits: 1, Minute, queueLimit: 10, clock);
        await using var services = Services.For(api, clock, options => options.Budget = budget);
        var waits = new ConcurrentBag<(double Seconds, string Lane)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "siesmart.client.throttle.wait")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) => waits.Add((seconds, (string)tags[0].Value!)));
        listener.Start();
        await services.Client().ReadAsync();
        var bulk = services.Client().ReadAsync(new RequestPriorityOption(RequestPriority.Bulk));
        await BudgetCalls.UntilAsync(() => budget.Waiting == 1);

        clock.Advance(Minute);
        await bulk;

        // Other tests may measure at the same time.
        Assert.Contains((0, "interactive"), waits);
        Assert.Contains((60, "bulk"), waits);
    }

    /// <summary>The clock stands still, so real time, though short, is enough to show a call that doesn't wait.</summary>
    private static async Task AssertWaitsAsync(Task call)
    {
        await Task.WhenAny(call, Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, TestContext.Current.CancellationToken));
        Assert.False(call.IsCompleted);
    }
}
