using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using TestSupport.Costs;

namespace DirectJson.Tests;

/// <summary>Bounds that hold on any machine: exceptions, and bytes.</summary>
[Collection(nameof(Alone))]
public sealed class CostTests
{
    private const int Items = 31;

    private static readonly string Components = """
        Holder: { type: object, properties: { value: { type: array, items: { $ref: '#/components/schemas/Step' } } } }
        Step: { type: object, properties: { day: { type: string, format: date }, clock: { type: string, format: time }, moment: { type: string, format: date-time }, id: { type: string, format: uuid }, state: { type: string, enum: [open, closed] }, text: { type: string }, amount: { type: number, format: decimal }, count: { type: integer } } }
        """;

    private static readonly string Body =
        $$"""{"value":[{{string.Join(',', Enumerable.Repeat("""{"day":"2026-03-02","clock":"09:08:07","moment":"2026-03-02T09:08:07Z","id":"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9","state":"closed","text":"some text","amount":12.50,"count":7}""", Items))}}]}""";

    [Fact]
    public void Reads_dates_without_an_exception()
    {
        var client = ValueClient.OfComponents(Components);
        client.Read(JsonEngine.Direct, Body);

        Assert.Equal(0, FirstChanceExceptions.CountIn(() => client.Read(JsonEngine.Direct, Body)));
        Assert.True(FirstChanceExceptions.CountIn(() => client.Read(JsonEngine.Kiota, Body)) >= Items, "Kiota's own way throws for each date. If it doesn't any more, this test sees no exceptions.");
    }

    [Fact]
    public void Reads_into_little_more_memory_than_the_objects_take()
    {
        var client = ValueClient.OfComponents(Components);

        // An item is 184 bytes, its text 40, its place in the list 8 (and 8 more, since the list doubles).
        var allowed = (Items * (184 + 40 + 16 + 32)) + (2 * Body.Length) + 4096;
        Assert.InRange(BytesOf(() => client.Read(JsonEngine.Direct, Body)), 1, allowed);
    }

    [Fact]
    public void Writes_into_little_more_memory_than_the_body_takes()
    {
        var client = ValueClient.OfComponents(Components);
        var holder = client.Read(JsonEngine.Direct, Body);

        // The text that this test makes of the body, and the copy from which it makes it, are counted in.
        Assert.InRange(BytesOf(() => JsonEngines.Written(JsonEngine.Direct, holder)), 1, (8 * Body.Length) + 4096);
    }

    [Fact]
    public void Keeps_nothing_over_many_calls()
    {
        var client = ValueClient.OfComponents(Components);
        var body = Body[..Body.IndexOf('}', StringComparison.Ordinal)] + "}]}";
        for (var warm = 0; warm < 100; warm++)
        {
            JsonEngines.Written(JsonEngine.Direct, client.Read(JsonEngine.Direct, body));
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var call = 0; call < 10_000; call++)
        {
            JsonEngines.Written(JsonEngine.Direct, client.Read(JsonEngine.Direct, body));
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 512 * 1024);
    }

    private static long BytesOf(Action action)
    {
        for (var warm = 0; warm < 50; warm++)
        {
            action();
        }

        // Other threads don't count, but a collection on this one may; the smallest of several is right.
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }
}
