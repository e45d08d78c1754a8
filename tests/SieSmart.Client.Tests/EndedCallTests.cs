using Microsoft.AspNetCore.Http;
using SieSmart.Client.Tests.Support;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests;

/// <summary>A call that is cancelled, runs out of time, or loses its client says what it was waiting for.</summary>
public sealed class EndedCallTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Says_that_it_was_cancelled_while_it_waited_for_an_access_token()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api);
        using var constructed = new SieSmartClient(api.Options());
        var asked = HoldTokens(api);

        foreach (var client in new[] { services.Client(), constructed })
        {
            using var cancellation = new CancellationTokenSource();
            var call = client.ReadAsync(cancellation.Token);
            await Eventually.EndsAsync(asked.Task);
            await cancellation.CancelAsync();

            var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            Assert.Equal("The call was cancelled while it waited for an access token.", exception.Message);
            Assert.Equal(cancellation.Token, exception.CancellationToken);
        }
    }

    [Fact]
    public async Task Says_that_it_was_cancelled_while_it_waited_for_its_turn()
    {
        await using var api = await StubApi.StartAsync();
        using var budget = await UsedUpAsync();
        await using var services = Services.For(api, configure: options => options.Budget = budget);
        using var cancellation = new CancellationTokenSource();

        var call = services.Client().ReadAsync(cancellation.Token);
        await Eventually.IsTrueAsync(() => budget.Waiting == 1);
        await cancellation.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal("The call was cancelled while it waited for its turn.", exception.Message);
    }

    [Fact]
    public async Task Says_that_its_time_ran_out_while_it_waited_for_an_access_token()
    {
        await using var api = await StubApi.StartAsync();
        await using var services = Services.For(api, _clock, options => options.TotalTimeout = TimeSpan.FromSeconds(20));
        var asked = HoldTokens(api);

        var call = services.Client().WriteAsync();
        await Eventually.EndsAsync(asked.Task);
        _clock.Advance(TimeSpan.FromSeconds(20));

        var exception = await Assert.ThrowsAsync<ServiceUnavailableException>(() => call);
        Assert.Contains(
            "was not sent: the time limit passed (The call was given up after 20 s in all, while it waited for an access token; TotalTimeout sets the limit)",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_its_time_ran_out_while_it_waited_for_its_turn()
    {
        await using var api = await StubApi.StartAsync();
        using var budget = await UsedUpAsync();
        await using var services = Services.For(api, _clock, options => (options.Budget, options.TotalTimeout) = (budget, TimeSpan.FromSeconds(20)));

        var call = services.Client().ReadAsync();
        await Eventually.IsTrueAsync(() => budget.Waiting == 1);
        _clock.Advance(TimeSpan.FromSeconds(20));

        var exception = await Assert.ThrowsAsync<ServiceUnavailableException>(() => call);
        Assert.Contains("was given up after 20 s in all, while it waited for its turn;", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_its_client_was_disposed_of_while_it_waited_for_an_access_token()
    {
        await using var api = await StubApi.StartAsync();
        using var client = new SieSmartClient(api.Options());
        var asked = HoldTokens(api);

        var call = client.WriteAsync();
        await Eventually.EndsAsync(asked.Task);
        client.Dispose();

        var exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        Assert.StartsWith("The client was disposed of while a call waited for an access token; nothing was changed.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_its_client_was_disposed_of_while_it_waited_for_its_turn()
    {
        await using var api = await StubApi.StartAsync();
        using var budget = await UsedUpAsync();
        using var client = new SieSmartClient(api.Options(options => options.Budget = budget));

        var call = client.ReadAsync();
        await Eventually.IsTrueAsync(() => budget.Waiting == 1);
        client.Dispose();

        var exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        Assert.StartsWith("The client was disposed of while a call waited for its turn; nothing was changed.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_its_client_was_disposed_of_before_the_answer_came()
    {
        await using var api = await StubApi.StartAsync();
        var arrived = new SemaphoreSlim(0);
        api.Answer = async http =>
        {
            arrived.Release();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        using var client = new SieSmartClient(api.Options());

        var read = client.ReadAsync();
        var write = client.WriteAsync();
        await arrived.WaitAsync(TestContext.Current.CancellationToken);
        await arrived.WaitAsync(TestContext.Current.CancellationToken);
        client.Dispose();

        var ended = await Assert.ThrowsAsync<ObjectDisposedException>(() => read);
        Assert.StartsWith("The client was disposed of while a call waited for its answer; nothing was changed.", ended.Message, StringComparison.Ordinal);
        var unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(() => write);
        Assert.Contains("is unknown: the connection broke before an answer came (the client was disposed of).", unknown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_of_a_write_that_it_was_applied_where_its_client_was_disposed_of_in_the_middle_of_the_answer()
    {
        await using var api = await StubApi.StartAsync();
        var begun = new TaskCompletionSource();
        api.Answer = async http =>
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("{", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            begun.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        using var client = new SieSmartClient(api.Options());

        var write = client.WriteAsync();
        await Eventually.EndsAsync(begun.Task);
        await Eventually.NothingMoreAsync();
        client.Dispose();

        var exception = await Assert.ThrowsAsync<ResponseUnreadableException>(() => write);
        Assert.Contains("the client was disposed of). The write was applied", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_not_made_by_a_client_that_was_disposed_of()
    {
        await using var api = await StubApi.StartAsync();
        using var client = new SieSmartClient(api.Options());
        client.Dispose();

        var exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => client.ReadAsync());

        Assert.StartsWith("The call was not made: its client was disposed of. Keep the client for as long as calls are made.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_its_budget_was_disposed_of_while_it_waited_for_its_turn()
    {
        await using var api = await StubApi.StartAsync();
        var budget = await UsedUpAsync();
        await using var services = Services.For(api, configure: options => options.Budget = budget);

        var call = services.Client().ReadAsync();
        await Eventually.IsTrueAsync(() => budget.Waiting == 1);
        budget.Dispose();

        foreach (var ended in new[] { call, services.Client().ReadAsync() })
        {
            var exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => ended);
            Assert.StartsWith("The request was not sent: its request budget was disposed of. Keep the budget, or the service provider that owns it, for as long as calls are made.", exception.Message, StringComparison.Ordinal);
        }
    }

    private static async Task<RequestBudget> UsedUpAsync()
    {
        var budget = new RequestBudget(permits: 1, window: TimeSpan.FromMinutes(1), queueLimit: 10);
        await budget.AcquireAsync(RequestPriority.Interactive, TestContext.Current.CancellationToken);
        return budget;
    }

    private static TaskCompletionSource HoldTokens(StubApi api)
    {
        var asked = new TaskCompletionSource();
        api.Token = async http =>
        {
            asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        };
        return asked;
    }
}
