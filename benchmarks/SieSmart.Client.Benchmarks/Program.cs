using Microsoft.Kiota.Serialization.Json;
using SieSmart.Client.Benchmarks.Measuring;
using SieSmart.Client.Benchmarks.Variants;
using SieSmart.Runtime.DirectJson;

if (args is ["--allocations"])
{
    var variant = new PipelineClient();
    await Allocations.PrintAsync("204", one => one.DeleteAsync(), variant, Console.Out).ConfigureAwait(false);
    await Allocations.PrintAsync("GET", one => one.GetAsync(), variant, Console.Out).ConfigureAwait(false);
    return 0;
}

if (args is not ["--ratios"])
{
    Console.Error.WriteLine("Compares clients of one API in time and memory with one that was written by hand. Run it as: dotnet run -c Release -- --ratios");
    return 1;
}

await Ratios.PrintAsync(
    [
        new Case("read", 300, variant => { variant.Read(); return Task.CompletedTask; }),
        new Case("write", 300, variant => { variant.Write(); return Task.CompletedTask; }),
        new Case("GET", 200, variant => variant.GetAsync()),
        new Case("PUT", 200, variant => variant.PutAsync()),
        new Case("list", 2, variant => variant.ListAsync()),
        new Case("412", 200, variant => variant.ConflictAsync()),
        new Case("204", 1_000, variant => variant.DeleteAsync()),
    ],
    [
        ("(a) hand-written", new HandWrittenClient()),
        ("(a) again", new HandWrittenClient()),
        ("Kiota", new KiotaClient(new JsonParseNodeFactory(), new JsonSerializationWriterFactory(), Parsed)),
        ("Kiota's adapter, direct JSON", new KiotaClient(new DirectJsonParseNodeFactory(), new DirectJsonSerializationWriterFactory(), json => DirectJsonParseNodeFactory.CreateNode(json))),
        ("whole pipeline", new PipelineClient()),
    ],
    Console.Out).ConfigureAwait(false);
return 0;

static JsonParseNode Parsed(byte[] json)
{
    using var document = System.Text.Json.JsonDocument.Parse(json);
    return new JsonParseNode(document.RootElement.Clone());
}
