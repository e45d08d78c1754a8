using System.Text.Json;
using System.Text.Json.Nodes;
using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using Microsoft.Kiota.Abstractions.Serialization;

namespace DirectJson.Tests;

/// <summary>A value of another kind than the document says is unreadable, and what the document allows is carried.</summary>
public sealed class KindTests
{
    private const string Part = "{ type: object, properties: { text: { type: string } } }";

    [Theory]
    [InlineData("{ type: string }", "5", "$.value", "text")]
    [InlineData("{ type: string }", "true", "$.value", "text")]
    [InlineData("{ type: string }", "{}", "$.value", "text")]
    [InlineData("{ type: string }", "[\"a\"]", "$.value", "text")]
    [InlineData("{ type: string, format: uuid }", "\"none\"", "$.value", "GUID")]
    [InlineData("{ type: string, format: uuid }", "5", "$.value", "GUID")]
    [InlineData("{ type: string, format: byte }", "\"%%\"", "$.value", "base64")]
    [InlineData("{ type: string, format: byte }", "5", "$.value", "base64")]
    [InlineData("{ type: string, format: date }", "20260302", "$.value", "date of RFC 3339")]
    [InlineData("{ type: string, format: date-time }", "1772442487", "$.value", "date-time of RFC 3339")]
    [InlineData("{ type: string, format: time }", "9", "$.value", "time of day of RFC 3339")]
    [InlineData("{ type: string, format: duration }", "60", "$.value", "duration of ISO 8601 without years and months")]
    [InlineData("{ type: string, enum: [red] }", "5", "$.value", "value of an enum")]
    [InlineData("{ type: boolean }", "\"true\"", "$.value", "boolean")]
    [InlineData("{ type: boolean }", "1", "$.value", "boolean")]
    [InlineData("{ type: integer }", "\"21\"", "$.value", "int")]
    [InlineData("{ type: integer, format: int64 }", "true", "$.value", "long")]
    [InlineData("{ type: number }", "{}", "$.value", "double")]
    [InlineData("{ type: number, format: decimal }", "\"1.5\"", "$.value", "decimal")]
    [InlineData("{ type: [integer, string], format: int32 }", "true", "$.value", "int")]
    [InlineData(Part, "\"moved\"", "$.value", "object")]
    [InlineData(Part, "[]", "$.value", "object")]
    [InlineData("{ type: array, items: { type: integer } }", "5", "$.value", "array")]
    [InlineData("{ type: array, items: { type: integer } }", "{}", "$.value", "array")]
    [InlineData("{ type: array, items: { type: string, enum: [red] } }", "\"red\"", "$.value", "array")]
    [InlineData("{ type: array, items: { type: integer } }", "[1,\"2\"]", "$.value[1]", "int")]
    [InlineData("{ type: array, items: { type: string, format: uuid } }", "[null,\"none\"]", "$.value[1]", "GUID")]
    [InlineData("{ type: array, items: " + Part + " }", "[{\"text\":\"a\"},\"b\"]", "$.value[1]", "object")]
    [InlineData("{ type: array, items: " + Part + " }", "[{\"text\":[]}]", "$.value[0].text", "text")]
    public void Another_one_is_unreadable(string schema, string json, string path, string expected)
    {
        var exception = Assert.ThrowsAny<JsonException>(() => ValueClient.OfSchema(schema).Read(JsonEngine.Direct, $$"""{"value":{{json}}}"""));

        Assert.Equal(path, exception.Path);
        Assert.EndsWith($" {expected}", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: string }")]
    [InlineData("{ type: string, format: uuid }")]
    [InlineData("{ type: string, format: byte }")]
    [InlineData("{ type: boolean }")]
    [InlineData("{ type: integer }")]
    [InlineData("{ type: array, items: { type: string } }")]
    [InlineData(Part)]
    public void Null_is_of_every_kind(string schema) => Assert.Equal("{}", ValueClient.OfSchema(schema).Through(JsonEngine.Direct, "null"));

    [Theory]
    [InlineData("{ type: string, format: uuid }", "\"\"", "{}")]
    [InlineData("{ type: string, format: byte }", "\"\"", "\"\"")]
    [InlineData("{ type: string, format: date }", "\"\"", "{}")]
    public void An_empty_text_is_one_of_every_format(string schema, string json, string written) => Assert.Equal(written, ValueClient.OfSchema(schema).Through(JsonEngine.Direct, json));

    [Theory]
    [InlineData("{}", "5")]
    [InlineData("{}", "\"a\"")]
    [InlineData("{ type: [string, boolean] }", "true")]
    [InlineData("{ type: [string, boolean] }", "\"a\"")]
    [InlineData("{ type: [string, array], items: { type: string } }", "[\"a\"]")]
    [InlineData("{ type: [string, array], items: { type: string } }", "\"a\"")]
    [InlineData("{ type: [object, string] }", "\"a\"")]
    [InlineData("{ type: [object, string] }", "{\"a\":1}")]
    [InlineData("{ type: array, items: { type: [string, integer] } }", "[\"a\",1,null]")]
    [InlineData("{ type: array, items: { oneOf: [ { type: string }, " + Part + " ] } }", "[\"a\",{\"text\":\"b\",\"more\":[1]},null,3]")]
    [InlineData("{ type: array, items: { anyOf: [ { type: integer }, { type: string, enum: [all] } ] } }", "[1,\"all\"]")]
    [InlineData("{ type: array, items: { oneOf: [ { type: string, format: uuid }, { type: string } ] } }", "[\"none\",\"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9\"]")]
    [InlineData("{ oneOf: [ { type: string, format: uuid }, { type: boolean } ] }", "\"none\"")]
    [InlineData("{ oneOf: [ { type: string, format: byte }, { type: integer } ] }", "\"%%\"")]
    [InlineData("{ oneOf: [ { type: string, format: uuid }, { type: string, format: date } ] }", "\"2026-03-02\"")]
    [InlineData("{ oneOf: [ { type: string, format: uuid }, { type: string, format: date } ] }", "\"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9\"")]
    [InlineData("{ oneOf: [ { type: array, items: { type: array, items: { type: integer } } }, { type: string } ] }", "[[1,2],[3]]")]
    [InlineData("{ oneOf: [ { type: array, items: { type: array, items: { type: integer } } }, { type: string } ] }", "\"a\"")]
    [InlineData("{ oneOf: [ { type: string, enum: [ a ] }, { type: integer } ] }", "\"b\"")]
    [InlineData("{ oneOf: [ { type: string, enum: [ a ] }, { type: integer } ] }", "1")]
    [InlineData("{ oneOf: [ { type: string, format: date-time }, { type: string, format: date } ] }", "\"2026-03-02\"")]
    [InlineData("{ anyOf: [ { type: 'null' }, { type: array, items: { type: string } } ] }", "[\"a\",null]")]
    [InlineData("{ type: array, items: { type: string, enum: [ a, null ] } }", "[\"a\",null,\"b\"]")]
    [InlineData("{ type: object, additionalProperties: { oneOf: [ { type: string }, { type: integer } ] } }", "{\"a\":\"b\",\"c\":1}")]
    [InlineData("{ type: object, additionalProperties: { type: array, items: { type: string } } }", "{\"a\":[\"b\",null]}")]
    [InlineData("{ oneOf: [ " + Part + ", { type: array, items: " + Part + " }, { type: number } ] }", "[{\"text\":\"a\"},null]")]
    [InlineData("{ oneOf: [ " + Part + ", { type: array, items: " + Part + " }, { type: number } ] }", "1.5")]
    [InlineData("{ oneOf: [ { oneOf: [ { type: string }, { type: integer } ] }, { type: array, items: { oneOf: [ { type: string }, { type: integer } ] } } ] }", "[\"a\",1]")]
    [InlineData("{ type: array, items: { oneOf: [ { type: integer }, { type: array, items: { type: integer } } ] } }", "[1,[2,3]]")]
    [InlineData("{ type: object, properties: { id: { type: string } }, oneOf: [ { properties: { a: { type: integer } } }, { properties: { b: { type: boolean } } } ] }", "{\"a\":1,\"id\":\"x\"}")]
    public void What_the_document_allows_is_carried(string schema, string json) => Assert.Equal(json, ValueClient.OfSchema(schema).Through(JsonEngine.Direct, json));

    [Theory]
    [InlineData("oneOf", """{"id":"none"}""")]
    [InlineData("oneOf", """{"id":"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"}""")]
    [InlineData("anyOf", """{"id":"none","on":"2026-03-02"}""")]
    [InlineData("anyOf", """{"id":5,"on":"2026-03-02"}""")]
    [InlineData("anyOf", """{"id":"none","on":"2026-03-02T09:08:07+00:00"}""")]
    public void A_member_that_alternatives_declare_differently_is_of_the_one_that_can_read_it(string keyword, string json)
    {
        var written = ValueClient.OfComponents(
            $$"""
            Holder: { type: object, properties: { value: { {{keyword}}: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' } ] } } }
            A: { type: object, properties: { id: { type: string, format: uuid }, on: { type: string, format: date } } }
            B: { type: object, properties: { id: { type: string }, on: { type: string, format: date-time } } }
            C: { type: object, properties: { id: { type: integer }, on: { type: string, format: date } } }
            """).Through(JsonEngine.Direct, json);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)), written);
    }

    [Fact]
    public void A_discriminator_of_another_kind_names_none()
    {
        var client = ValueClient.OfComponents("""
            Holder: { type: object, properties: { value: { $ref: '#/components/schemas/Beast' } } }
            Beast: { type: object, properties: { kind: {}, name: { type: string } }, discriminator: { propertyName: kind, mapping: { lion: '#/components/schemas/Lion' } } }
            Lion: { allOf: [ { $ref: '#/components/schemas/Beast' }, { type: object, properties: { mane: { type: boolean } } } ] }
            """);

        Assert.Equal("""{"kind":5,"name":"Leo"}""", client.Through(JsonEngine.Direct, """{"kind":5,"name":"Leo"}"""));
        Assert.Equal("Beast", ReadNode(client, """{"kind":5,"name":"Leo"}""", "Beast").GetType().Name);
    }

    [Theory]
    [InlineData("""{"text":"a"}""")]
    [InlineData("""[{"text":"a"},{"text":"b"}]""")]
    [InlineData("\"2026-03-02\"")]
    [InlineData("\"moved\"")]
    [InlineData("[1,2]")]
    [InlineData("7")]
    public void A_whole_body_that_may_be_several_things_is_the_one_that_came(string json)
    {
        var client = ValueClient.OfComponents($$"""
            Holder: { type: object, properties: { value: { $ref: '#/components/schemas/Choice' } } }
            Choice: { oneOf: [ { type: array, items: { $ref: '#/components/schemas/Part' } }, { $ref: '#/components/schemas/Part' }, { type: string, format: date }, { type: array, items: { type: integer } } ] }
            Part: {{Part}}
            """);

        Assert.Equal(json, JsonEngines.Written(JsonEngine.Direct, ReadNode(client, json, "Choice")));
    }

    [Fact]
    public void An_error_is_read_as_far_as_it_can_be()
    {
        var client = ValueClient.OfComponents("Holder: { type: object, properties: { value: { type: string }, code: { type: integer }, since: { type: string, format: date }, details: { type: array, items: { type: object, properties: { text: { type: string } } } } } }", isError: true);

        var error = client.Read(JsonEngine.Direct, """{"code":"E7","value":"locked","since":"yesterday","details":[{"text":5},"b",{"text":"c"}],"more":[1]}""");

        Assert.Equal("""{"details":[{},null,{"text":"c"}],"value":"locked","more":[1]}""", JsonEngines.Written(JsonEngine.Direct, error));
    }

    private static IParsable ReadNode(ValueClient client, string json, string model) => client.Read(JsonEngine.Direct, System.Text.Encoding.UTF8.GetBytes(json), model);
}
