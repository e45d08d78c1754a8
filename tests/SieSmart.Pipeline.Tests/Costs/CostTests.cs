using System.Globalization;
using SieSmart.Client.Benchmarks.Variants;
using TestSupport.Costs;

namespace SieSmart.Pipeline.Tests.Costs;

/// <summary>
/// Bounds of what calls through the whole pipeline cost, that hold on any machine: bytes, beside those of what was written by hand; exceptions;
/// and what is kept. Code that isn't optimised, as these tests are as a rule, takes more than docs/performance.md says.
/// </summary>
[Collection(nameof(Alone))]
public sealed class CostTests
{
    private static readonly Uri Nowhere = new("http://127.0.0.1:9");

    private readonly HandWrittenClient _byHand = new(Nowhere);
    private readonly PipelineClient _pipeline = new(Nowhere);

    [Theory]
    [InlineData("GET", 1.4)]
    [InlineData("PUT", 1.3)]
    [InlineData("list", 1.1)]
    [InlineData("412", 1.9)]
    [InlineData("204", 3.8)]
    public void Takes_little_more_memory_than_what_is_written_by_hand(string name, double bound)
    {
        var call = CallOf(name);

        var (own, byHand) = (BytesOf(() => call(_pipeline)), BytesOf(() => call(_byHand)));

        var found = string.Create(CultureInfo.InvariantCulture, $"{name} takes {own} bytes, {(double)own / byHand:F2} times the {byHand} of what is written by hand.");
        TestContext.Current.TestOutputHelper?.WriteLine(found);
        Assert.True(own <= bound * byHand, $"{found} Look where they come from: benchmarks/SieSmart.Client.Benchmarks, --allocations.");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("list")]
    [InlineData("204")]
    public void Succeeds_without_an_exception(string name)
    {
        var call = CallOf(name);
        Finish(call(_pipeline));

        Assert.Equal(0, FirstChanceExceptions.CountIn(() => Finish(call(_pipeline))));
        Assert.True(FirstChanceExceptions.CountIn(() => Finish(_pipeline.ConflictAsync())) > 0, "A refused write throws. If it doesn't, this test sees no exceptions.");
    }

    [Fact]
    public void Throws_a_refusal_once()
    {
        var call = CallOf("412");
        Finish(call(_pipeline));

        // By its caller's await, in the variant.
        Assert.Equal(1, FirstChanceExceptions.CountIn(() => Finish(call(_pipeline))));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("412")]
    [InlineData("204")]
    public void Keeps_nothing_over_many_calls(string name)
    {
        var call = CallOf(name);
        for (var warm = 0; warm < 500; warm++)
        {
            Finish(call(_pipeline));
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var made = 0; made < 10_000; made++)
        {
            Finish(call(_pipeline));
        }

        // The budget counts each of them for a second, in 8 bytes.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 1024 * 1024);
    }

    private static Func<IVariant, Task> CallOf(string name) => name switch
    {
        "GET" => variant => variant.GetAsync(),
        "PUT" => variant => variant.PutAsync(),
        "list" => variant => variant.ListAsync(),
        "412" => variant => variant.ConflictAsync(),
        _ => variant => variant.DeleteAsync(),
    };

    /// <summary>Nothing waits in memory, so that all of a call is done by the thread that makes it, and its bytes are those of the call.</summary>
    private static void Finish(Task call)
    {
        Assert.True(call.IsCompleted, "The call waited for something.");
        call.GetAwaiter().GetResult();
    }

    private static long BytesOf(Func<Task> call)
    {
        for (var warm = 0; warm < 50; warm++)
        {
            Finish(call());
        }

        return Enumerable.Range(0, 10).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Finish(call());
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }
}
