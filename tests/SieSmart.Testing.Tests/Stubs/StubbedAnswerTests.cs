using Orders;
using Orders.Models;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Testing.Tests.Stubs;

public sealed class StubbedAnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waits_by_the_clock_of_the_stub()
    {
        var clock = new FakeTimeProvider();
        using var api = new StubTransport(timeProvider: clock);
        api.On(HttpMethod.Get, "/orders/42").Answers(StubbedAnswer.Of(new Order { Label = "late" }).WithDelay(TimeSpan.FromHours(1)));

        var call = api.CreateClient<OrdersClient>().Orders[42].GetAsync(cancellationToken: Cancellation);
        await WaitUntilAsync(() => clock.HasTimerDueIn(TimeSpan.FromHours(1)));
        Assert.Single(api.Requests);
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("late", (await call).Value.Label);
    }

    [Fact]
    public async Task Waits_no_longer_than_the_caller()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        using var api = new StubTransport(timeProvider: new FakeTimeProvider());
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        api.On(HttpMethod.Get, "/orders/42").Answers(_ =>
        {
            arrived.SetResult();
            return StubbedAnswer.Of(new Order()).WithDelay(TimeSpan.FromHours(1));
        });

        var call = api.CreateClient<OrdersClient>().Orders[42].GetAsync(cancellationToken: cancellation.Token);
        await arrived.Task.WaitAsync(Cancellation);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Is_another_one_with_each_change()
    {
        var plain = StubbedAnswer.Of(new Order());
        var versioned = plain.WithETag("v1").WithETag("v2");
        using var api = new StubTransport();
        api.On(HttpMethod.Get, "/orders/42").Answers(plain).Answers(versioned).Answers(versioned.WithETag(null));
        var client = api.CreateClient<OrdersClient>();

        Assert.False((await client.Orders[42].GetAsync(cancellationToken: Cancellation)).HasETag);
        Assert.Equal("v2", (await client.Orders[42].GetAsync(cancellationToken: Cancellation)).ETag.ToString());
        Assert.False((await client.Orders[42].GetAsync(cancellationToken: Cancellation)).HasETag);
    }

    [Fact]
    public void Refuses_what_no_answer_can_be()
    {
        var answer = StubbedAnswer.OfNothing();

        Assert.Contains("No answer can have a header 'a b'", Assert.Throws<ArgumentException>(() => answer.WithHeader("a b", "1")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => answer.WithRetryAfter(TimeSpan.FromSeconds(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => answer.WithDelay(TimeSpan.FromSeconds(-1)));
        Assert.Contains("application/pdf", Assert.Throws<ArgumentException>(() => StubbedAnswer.OfBytes(default, "")).Message, StringComparison.Ordinal);
    }

    private static async Task WaitUntilAsync(Func<bool> isSo)
    {
        for (var patience = 0; !isSo(); patience++)
        {
            Assert.True(patience < 12_000, "It has not come to that within two minutes.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Cancellation);
        }
    }
}
