using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using Microsoft.CodeAnalysis.CSharp;
using Parity.Tests.Calls;
using Parity.Tests.Clients;
using SieSmart.Runtime.Forms;

namespace DirectJson.Tests;

/// <summary>Each value of a form is sent, whatever its type is; Kiota's writer refuses objects, joins enums and forgets empty texts.</summary>
public sealed class FormTests
{
    [Theory]
    [InlineData("{ type: object, properties: { b: { type: string }, c: { type: integer } } }", """{"b":"x y","c":1}""", "a[b]=x y&a[c]=1")]
    [InlineData("{ type: object, properties: { b: { type: object, properties: { c: { type: boolean } } } } }", """{"b":{"c":true}}""", "a[b][c]=true")]
    [InlineData("{ type: object, properties: { b: { type: array, items: { type: string } } } }", """{"b":["x","y"]}""", "a[b]=x&a[b]=y")]
    [InlineData("{ type: array, items: { type: object, properties: { b: { type: string } } } }", """[{"b":"x"},{"b":"y"}]""", "a[0][b]=x&a[1][b]=y")]
    [InlineData("{ type: object, additionalProperties: { type: integer } }", """{"b":1,"c":null}""", "a[b]=1")]
    [InlineData("{ type: array, items: { type: string, enum: [ x-y, z ] } }", """["x-y","z"]""", "a=x-y&a=z")]
    [InlineData("{ type: array, items: { type: integer, nullable: true } }", "[1,null,2]", "a=1&a=2")]
    [InlineData("{ type: string }", "\"\"", "a=")]
    [InlineData("{ type: string }", "null", "")]
    [InlineData("{ type: string, format: time }", "\"09:08:07.25\"", "a=09:08:07.25")]
    [InlineData("{ type: string, format: date-time }", "\"2026-03-02T09:08:07+01:00\"", "a=2026-03-02T09:08:07+01:00")]
    [InlineData("{ type: string, format: date }", "\"2026-03-02\"", "a=2026-03-02")]
    [InlineData("{ type: string, format: duration }", "\"P28D\"", "a=P28D")]
    [InlineData("{ type: string, format: byte }", "\"+/8=\"", "a=+/8=")]
    [InlineData("{ type: string, enum: [ on ] }", "\"standby\"", "a=standby")]
    [InlineData("{ type: number, format: decimal }", "1.50", "a=1.50")]
    [InlineData("{ type: integer, format: int64 }", "9223372036854775807", "a=9223372036854775807")]
    [InlineData("{ oneOf: [ { type: string }, { type: object, properties: { b: { type: string } } } ] }", """{"b":"x"}""", "a[b]=x")]
    [InlineData("{ oneOf: [ { type: string }, { type: object, properties: { b: { type: string } } } ] }", "\"x\"", "a=x")]
    [InlineData("{}", """{"b":[1,{"c":"d"}]}""", "a[b]=1&a[b][1][c]=d")]
    [InlineData("{ type: string }", "\"x\",\"more\":{\"b\":[1,2]},\"none\":null", "a=x&more[b]=1&more[b]=2")]
    public async Task Is_sent(string schema, string json, string pairs)
    {
        var (executor, address) = Client($"{{ type: object, properties: {{ a: {schema} }} }}");

        Assert.Equal(pairs, await SentAsync(executor, address, $$"""{"a":{{json}}}"""));
    }

    [Fact]
    public async Task Of_several_kinds_is_sent()
    {
        var (executor, address) = Client("{ oneOf: [ { type: object, properties: { a: { type: string } } }, { type: object, properties: { b: { type: string } } } ] }");

        Assert.Equal("b=x", await SentAsync(executor, address, """{"b":"x"}"""));
    }

    [Fact]
    public void Of_a_value_without_a_name_is_refused()
    {
        using var writer = new DirectFormSerializationWriterFactory().GetSerializationWriter("application/x-www-form-urlencoded");

        Assert.Contains("a value without a name", Assert.Throws<InvalidOperationException>(() => writer.WriteStringValue(key: null, "a")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_anything_else_has_another_factory() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DirectFormSerializationWriterFactory().GetSerializationWriter("application/json"));

    private static async Task<string> SentAsync(Executor executor, string? address, string json)
    {
        using var transport = new StubTransport(() => new HttpResponseMessage(System.Net.HttpStatusCode.NoContent));
        await executor.CallAsync(JsonEngines.Adapter(JsonEngine.Direct, transport, address), JsonBody.Of(executor.BodyType!, json), query: null);
        return string.Join("&", transport.Sent!.Split("\n\n")[^1].Split('&').Select(pair => string.Join("=", pair.Split('=').Select(Uri.UnescapeDataString))));
    }

    private static (Executor Executor, string? Address) Client(string schema)
    {
        var document = $$"""
            openapi: 3.0.3
            info: { title: T, version: '1' }
            servers: [ { url: https://api.example.test } ]
            paths:
              /x:
                post: { requestBody: { content: { application/x-www-form-urlencoded: { schema: {{schema}} } } }, responses: { '204': { description: ok } } }
            """;
        var (sources, faults) = DirectClient.Generate(document, path: "", LanguageVersion.Latest);
        var client = new CompiledClient(sources, faults);
        Assert.Empty(client.Faults);
        return (ClientWalk.Executors(client).Values.Single(), BaseAddress.Of(client).ForAdapters);
    }
}
