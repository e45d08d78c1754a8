using SieSmart.Client.Tests.Support;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Throttling;

public sealed class OrderTests
{
    private const int Callers = 400;

    /// <summary>A few steps beside its turn is what several processors do to each other; a thread's own queue turns all around.</summary>
    private const int Steps = 40;

    [Theory]
    [InlineData(RequestPriority.Interactive)]
    [InlineData(RequestPriority.Bulk)]
    public async Task Callers_of_a_lane_go_on_in_the_order_of_their_permits_when_many_come_free_at_once(RequestPriority priority)
    {
        var clock = new FakeTimeProvider();
        using var budget = new RequestBudget(Callers * 2, TimeSpan.FromSeconds(60), queueLimit: Callers * 2, clock);
        await budget.SpendAsync(Callers * 2);
        var order = new List<int>();
        var calls = Enumerable.Range(0, Callers).Select(CallAsync).ToList();

        await Task.Run(() => clock.Advance(TimeSpan.FromSeconds(60)), TestContext.Current.CancellationToken);
        await Task.WhenAll(calls);

        Assert.InRange(order.Select((caller, place) => Math.Abs(caller - place)).Average(), 0, Steps);

        async Task CallAsync(int caller)
        {
            using var permit = await budget.AcquireAsync(priority, TestContext.Current.CancellationToken).ConfigureAwait(false);
            lock (order)
            {
                order.Add(caller);
            }
        }
    }
}
