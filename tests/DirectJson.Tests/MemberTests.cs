using System.Text.Json.Nodes;
using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;

namespace DirectJson.Tests;

/// <summary>Members that have no property of their own are not lost.</summary>
public sealed class MemberTests
{
    [Theory]
    [InlineData("{ type: object, patternProperties: { '^x-': { type: string } }, additionalProperties: false }", """{"x-a":"1","x-b":{"c":[null]}}""")]
    [InlineData("{ type: object, properties: { a: { type: string } }, patternProperties: { '^x-': { type: integer } }, additionalProperties: false }", """{"a":"b","x-a":1}""")]
    [InlineData("{ type: object, patternProperties: { '^x-': { type: string } }, unevaluatedProperties: false }", """{"x-a":"1"}""")]
    [InlineData("{ patternProperties: { '^x-': { type: string } }, additionalProperties: false }", """{"x-a":"1"}""")]
    [InlineData("{ type: array, items: { type: object, patternProperties: { '^x-': { type: string } }, additionalProperties: false } }", """[{"x-a":"1"}]""")]
    [InlineData("{ type: object, properties: { '': { type: string }, a: { type: string } } }", """{"a":"b","":"c"}""")]
    [InlineData("{ type: object, properties: { '': { type: string }, a: { type: string } }, additionalProperties: false }", """{"a":"b","":"c"}""")]
    [InlineData("{ type: object, properties: { '': { type: object } } }", """{"":{"":[{"":1}]}}""")]
    [InlineData("{ type: object, properties: { names: { type: string }, name: { type: string }, shapes: { type: string }, values: { type: string, enum: [ names, values, all ] } } }", """{"names":"a","name":"b","shapes":"c","values":"names"}""")]
    public void Are_written_back(string schema, string json)
    {
        var written = ValueClient.OfSchema(schema).Through(JsonEngine.Direct, json);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), written);
    }

    [Fact]
    public void Are_kept_in_derived_classes_too()
    {
        const string Json = """{"value":{"a":"b","x-a":"1"}}""";
        var client = ValueClient.OfComponents("""
            Holder: { type: object, properties: { value: { $ref: '#/components/schemas/Child' } } }
            Parent: { type: object, properties: { a: { type: string } }, patternProperties: { '^x-': { type: string } }, additionalProperties: false }
            Child: { allOf: [ { $ref: '#/components/schemas/Parent' }, { type: object, properties: { c: { type: string } } } ], additionalProperties: false }
            """);

        Assert.Equal(Json, JsonEngines.Written(JsonEngine.Direct, client.Read(JsonEngine.Direct, Json)));
    }
}
