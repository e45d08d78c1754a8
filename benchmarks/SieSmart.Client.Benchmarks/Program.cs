using Microsoft.Kiota.Serialization.Json;
using SieSmart.Client.Benchmarks;
using SieSmart.Client.Benchmarks.Measuring;
using SieSmart.Client.Benchmarks.Variants;
using SieSmart.Runtime.DirectJson;

// Nobody listens there: variants that are made without a server aren't asked to reach one.
var nowhere = new Uri("http://127.0.0.1:9");
switch (args)
{
    case ["--ratios"]:
        await using (var server = await LoopbackServer.StartAsync().ConfigureAwait(false))
        {
            await Ratios.PrintAsync(Cases(), All(server.Address), Console.Out).ConfigureAwait(false);
        }

        return 0;
    case ["--ratios", var names]:
        await using (var server = await LoopbackServer.StartAsync().ConfigureAwait(false))
        {
            await Ratios.PrintAsync([.. Cases().Where(one => names.Split(',').Contains(one.Name, StringComparer.Ordinal))], All(server.Address), Console.Out).ConfigureAwait(false);
        }

        return 0;
    case ["--allocations"]:
        foreach (var one in Cases().Where(one => one.Name is "204" or "GET" or "PUT" or "412"))
        {
            await Allocations.PrintAsync(one, new PipelineClient(nowhere), Console.Out).ConfigureAwait(false);
        }

        return 0;
    case [FirstCall.Option, var name, var body]:
        await FirstCall.RunAsync(() => All(nowhere).First(one => string.Equals(one.Name, name, StringComparison.Ordinal)).Create(), body, Console.Out).ConfigureAwait(false);
        return 0;
    case ["--first-calls"]:
        await FirstCall.PrintAsync("first call, JIT", [Environment.ProcessPath!, .. Self()], [.. All(nowhere).Select(one => one.Name)], Console.Out).ConfigureAwait(false);
        return 0;
    case ["--first-calls", var program]:
        // Published as native code, where the others' JSON has no reflection.
        await FirstCall.PrintAsync("first call, AOT", [program], ["(a) hand-written", "(a) again", "whole pipeline"], Console.Out).ConfigureAwait(false);
        return 0;
    default:
        Console.Error.WriteLine("""
            Compares clients of one API in time and memory with one that was written by hand. Run it with -c Release and one of:
              --ratios              all cases, or those of a list: --ratios GET,204
              --allocations         which types a call of the whole pipeline allocates
              --first-calls         the first call in a fresh process; with the path of the published native program, its first calls
            """);
        return 1;
}

static IReadOnlyList<Case> Cases() =>
[
    new Case("read", 300, variant => { variant.Read(); return Task.CompletedTask; }),
    new Case("write", 300, variant => { variant.Write(); return Task.CompletedTask; }),
    new Case("GET", 200, variant => variant.GetAsync()),
    new Case("PUT", 200, variant => variant.PutAsync()),
    new Case("list", 2, variant => variant.ListAsync()),
    new Case("412", 200, variant => variant.ConflictAsync()),
    new Case("204", 1_000, variant => variant.DeleteAsync()),
    new Case("loopback", 200, variant => variant.GetOverNetworkAsync()),
    new Case("loopback, 16 callers", 800, variant => variant.GetOverNetworkAsync(), Callers: 16),
];

static IReadOnlyList<(string Name, Func<IVariant> Create)> All(Uri server) =>
[
    ("(a) hand-written", () => new HandWrittenClient(server)),
    ("(a) again", () => new HandWrittenClient(server)),
    ("Kiota", () => new KiotaClient(new JsonParseNodeFactory(), new JsonSerializationWriterFactory(), Parsed, server)),
    ("Kiota's adapter, direct JSON", () => new KiotaClient(new DirectJsonParseNodeFactory(), new DirectJsonSerializationWriterFactory(), json => DirectJsonParseNodeFactory.CreateNode(json), server)),
    ("whole pipeline", () => new PipelineClient(server)),
    ("NSwag", () => new NSwagClient(server)),
    ("Refit", () => new RefitClient(server)),
];

// Run by `dotnet`, or by a program of its own.
static IEnumerable<string> Self() => string.Equals(Path.GetFileNameWithoutExtension(Environment.ProcessPath), "dotnet", StringComparison.Ordinal)
    ? ["exec", Path.Combine(AppContext.BaseDirectory, $"{typeof(Case).Assembly.GetName().Name}.dll")]
    : [];

static JsonParseNode Parsed(byte[] json)
{
    using var document = System.Text.Json.JsonDocument.Parse(json);
    return new JsonParseNode(document.RootElement.Clone());
}
