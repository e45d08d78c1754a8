using System.Text;
using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using Microsoft.CodeAnalysis.CSharp;
using Parity.Tests.Answers;
using Parity.Tests.Calls;
using Parity.Tests.Clients;

namespace DirectJson.Tests;

/// <summary>A whole body whose items may be a scalar or something else is read and sent as it came.</summary>
public sealed class MixedBodyTests
{
    [Theory]
    [InlineData("{ oneOf: [ { type: string }, { $ref: '#/components/schemas/Part' } ] }", """["a",{"text":"b","more":[1]},null,3]""", "String[] a,null,null,null")]
    [InlineData("{ anyOf: [ { $ref: '#/components/schemas/Part' }, { type: integer } ] }", """[1,{"text":"b"},"c",2.5]""", "Int32[] 1,null,null,null")]
    [InlineData("{ oneOf: [ { type: string, format: date }, { type: boolean } ] }", """["2026-03-02",true,"soon"]""", "Date[] 2026-03-02,null,null")]
    [InlineData("{ oneOf: [ { type: string, enum: [ all, none ] }, { $ref: '#/components/schemas/Part' } ] }", """["none","some",{"text":"b"}]""", "Enum[] None,null,null")]
    [InlineData("{ type: [string, integer] }", """["a",1,null]""", "String[] a,null,null")]
    [InlineData("{ oneOf: [ { type: string }, { type: integer } ] }", "[]", "String[] ")]
    public async Task Comes_back_equal(string items, string json, string expected)
    {
        var (executors, address) = Client(items);
        using var transport = new StubTransport(new AnswerCase("", 200, "application/json", Encoding.UTF8.GetBytes(json)).ToMessage);
        var adapter = JsonEngines.Adapter(JsonEngine.Direct, transport, address);
        var list = await executors["get"].CallAsync(adapter, body: null, query: null);

        var type = list!.GetType().GetGenericArguments()[0];
        type = Nullable.GetUnderlyingType(type) ?? type;
        Assert.Equal(expected, $"{(type.IsEnum ? "Enum" : type.Name)}[] {string.Join(",", ((System.Collections.IEnumerable)list).Cast<object?>().Select(item => item?.ToString() ?? "null"))}");

        await executors["post"].CallAsync(adapter, list, query: null);
        Assert.EndsWith("\n\n" + json, transport.Sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("\"a\"")]
    public async Task Must_be_a_list(string json)
    {
        var (executors, address) = Client("{ oneOf: [ { type: string }, { type: integer } ] }");
        using var transport = new StubTransport(new AnswerCase("", 200, "application/json", Encoding.UTF8.GetBytes(json)).ToMessage);
        var outcome = await Outcome.OfAsync(() => executors["get"].CallAsync(JsonEngines.Adapter(JsonEngine.Direct, transport, address), body: null, query: null));

        Assert.True(outcome.IsUnreadable, outcome.Text);
        Assert.StartsWith("$: ", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_by_Kiotas_own_nodes_has_what_these_read()
    {
        var (executors, address) = Client("{ oneOf: [ { type: string }, { $ref: '#/components/schemas/Part' } ] }");
        using var transport = new StubTransport(new AnswerCase("", 200, "application/json", Encoding.UTF8.GetBytes("""["a","b"]""")).ToMessage);

        Assert.Equal(["a", "b"], (IEnumerable<string?>)(await executors["get"].CallAsync(JsonEngines.Adapter(JsonEngine.Kiota, transport, address), body: null, query: null))!);
    }

    private static (IReadOnlyDictionary<string, Executor> Executors, string? Address) Client(string items)
    {
        var document = $$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            servers: [ { url: https://api.example.test } ]
            paths:
              /x:
                get: { responses: { '200': { description: ok, content: { application/json: { schema: { type: array, items: {{items}} } } } } } }
                post: { requestBody: { content: { application/json: { schema: { type: array, items: {{items}} } } } }, responses: { '204': { description: ok } } }
            components: { schemas: { Part: { type: object, properties: { text: { type: string } } } } }
            """;
        var (sources, faults) = DirectClient.Generate(document, path: "", LanguageVersion.Latest);
        var client = new CompiledClient(sources, faults);
        Assert.Empty(client.Faults);
        return (ClientWalk.Executors(client).Values.ToDictionary(executor => executor.Verb), BaseAddress.Of(client).ForAdapters);
    }
}
