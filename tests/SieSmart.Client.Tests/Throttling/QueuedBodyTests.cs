using SieSmart.Client.Tests.Support;
using SieSmart.Models;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;

namespace SieSmart.Client.Tests.Throttling;

/// <summary>What a call holds while it waits for its turn.</summary>
public sealed class QueuedBodyTests
{
    private const int Writes = 5_000;

    /// <summary>A call with its request, its limits and its place in the queue takes about a third of it; a block of a pool is 128 KB.</summary>
    private const int MostBytes = 32 * 1024;

    [Fact]
    public async Task Is_of_the_size_of_its_body_for_each_of_thousands_of_writes()
    {
        await using var api = await StubApi.StartAsync();
        using var budget = new RequestBudget(2 * Writes, TimeSpan.FromSeconds(1), queueLimit: 2 * Writes);
        budget.Pause(TimeSpan.FromMinutes(30));
        await using var services = Services.For(
            api,
            configure: options => (options.Budget, options.QueueTimeout, options.TotalTimeout) = (budget, TimeSpan.FromHours(2), TimeSpan.FromHours(2)));
        var client = services.Client();
        using var cancellation = new CancellationTokenSource();
        Task WriteAsync() => client.Proposals[42].Customer.PutAsync(new Customer(), ETag.Parse("v1"), cancellationToken: cancellation.Token);
        var first = WriteAsync();
        await Eventually.IsTrueAsync(() => budget.Waiting == 1);

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var writes = Enumerable.Range(0, Writes).Select(_ => WriteAsync()).ToList();
        await Eventually.IsTrueAsync(() => budget.Waiting == 1 + Writes);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;

        TestContext.Current.TestOutputHelper?.WriteLine($"{held / Writes} bytes for each write");
        await cancellation.CancelAsync();
        foreach (var write in writes.Prepend(first))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        }

        Assert.InRange(held / Writes, 0, MostBytes);
        Assert.Empty(api.Requests);
    }
}
