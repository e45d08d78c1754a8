using System.Text.Json.Nodes;
using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using Microsoft.Kiota.Abstractions.Serialization;

namespace DirectJson.Tests;

/// <summary>Unions without a discriminator: which alternative a value is shows in its shape, and what is none of them is not lost.</summary>
public sealed class UnionTests
{
    private const string Bikes = """
        Holder: { type: object, properties: { value: { oneOf: [ { $ref: '#/components/schemas/Trike' }, { $ref: '#/components/schemas/Bike' } ] } } }
        Bike: { type: object, properties: { gears: { type: integer }, name: { type: string } } }
        Trike: { type: object, properties: { seats: { type: integer }, name: { type: string } } }
        """;

    [Theory]
    [InlineData("""{"gears":7,"name":"Rad"}""", "Bike")]
    [InlineData("""{"name":"Rad","seats":2}""", "Trike")]
    [InlineData("""{"seats":2,"gears":7,"wheels":3}""", "Trike")] // Both know as many members: the first of the document.
    [InlineData("""{"name":"Rad"}""", "Trike")]
    [InlineData("""{}""", "Trike")]
    public void An_object_is_the_alternative_that_knows_most_of_its_members(string json, string expected) =>
        Assert.Equal([expected], Set(Bikes, json));

    [Theory]
    [InlineData("""{"gears":7,"name":"Rad"}""")]
    [InlineData("""{"gears":7,"colour":"red","parts":[1,{"a":null}]}""")]
    [InlineData("""{"wheels":5}""")]
    [InlineData("""{"gears":"seven"}""")]
    [InlineData("""{"seats":null}""")]
    [InlineData("\"moved\"")]
    [InlineData("[1,2]")]
    [InlineData("7.25")]
    [InlineData("true")]
    public void What_is_read_is_written_again(string json)
    {
        var written = ValueClient.OfComponents(Bikes).Through(JsonEngine.Direct, json);

        // Null and a member that isn't there are one to Kiota's models.
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json.Replace("\"seats\":null", "", StringComparison.Ordinal)), JsonNode.Parse(written)), written);
    }

    [Theory]
    [InlineData("""{"wheels":5}""")]
    [InlineData("""{"gears":"seven"}""")]
    [InlineData("\"moved\"")]
    public void What_fits_no_alternative_is_none(string json) => Assert.Empty(Set(Bikes, json));

    [Theory]
    [InlineData("""{"id":"1","version":2}""", "A")]
    [InlineData("""{"id":"1","name":"one"}""", "B")]
    [InlineData("""{"id":"1"}""", "C")]
    public void A_member_that_must_be_there_decides(string json, string expected) =>
        Assert.Equal([expected], Set(
            """
            Holder: { type: object, properties: { value: { oneOf: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/C' } ] } } }
            A: { type: object, required: [id, version], properties: { id: { type: string }, version: { type: integer } } }
            B: { allOf: [ { $ref: '#/components/schemas/Named' }, { type: object, properties: { id: { type: string } } } ] }
            C: { type: object, properties: { id: { type: string } } }
            Named: { type: object, required: [name], properties: { name: { type: string } } }
            """,
            json));

    [Fact]
    public void The_kind_of_a_value_decides() =>
        Assert.Equal(["B"], Set(
            """
            Holder: { type: object, properties: { value: { oneOf: [ { $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' } ] } } }
            A: { type: object, properties: { amount: { type: integer }, of: { type: object } } }
            B: { type: object, properties: { amount: { type: number }, of: { type: object } } }
            """,
            """{"amount":1.5,"of":{}}"""));

    [Fact]
    public void The_only_value_of_a_member_decides() =>
        Assert.Equal(["Dog"], Set(
            """
            Holder: { type: object, properties: { value: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ] } } }
            Cat: { type: object, properties: { kind: { type: string, enum: [cat] }, name: { type: string } } }
            Dog: { type: object, properties: { kind: { type: string, enum: [dog] }, name: { type: string } } }
            """,
            """{"name":"Rex","kind":"dog"}"""));

    [Theory]
    [InlineData("""[{"text":"a"},null,{"text":"b"}]""")]
    [InlineData("""{"text":"a"}""")]
    [InlineData("[]")]
    [InlineData("3")]
    public void A_list_and_an_object_are_told_apart(string json) =>
        Assert.Equal(json, ValueClient.OfComponents(
            """
            Holder: { type: object, properties: { value: { oneOf: [ { type: array, items: { $ref: '#/components/schemas/Detail' } }, { $ref: '#/components/schemas/Detail' } ] } } }
            Detail: { type: object, properties: { text: { type: string } } }
            """).Through(JsonEngine.Direct, json));

    [Theory]
    [InlineData("\"a\"")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("true")]
    [InlineData("""["a","b"]""")]
    [InlineData("[]")]
    [InlineData("[1,2]")]
    [InlineData("""[{"a":1}]""")]
    [InlineData("""{"a":1}""")]
    public void Scalars_and_lists_of_them_are_told_apart(string json) =>
        Assert.Equal(json, ValueClient.OfSchema("{ oneOf: [ { type: string }, { type: integer }, { type: boolean }, { type: array, items: { type: string } }, { type: array, items: { type: integer } } ] }").Through(JsonEngine.Direct, json));

    [Theory]
    [InlineData("""[{"seats":2}]""")]
    [InlineData("""[{"gears":2},{"gears":3,"name":"a"}]""")]
    public void Lists_of_objects_are_told_apart_by_their_items(string json) =>
        Assert.Equal(json, ValueClient.OfComponents(
            """
            Holder: { type: object, properties: { value: { oneOf: [ { type: array, items: { $ref: '#/components/schemas/Bike' } }, { type: array, items: { $ref: '#/components/schemas/Trike' } } ] } } }
            Bike: { type: object, properties: { gears: { type: integer }, name: { type: string } } }
            Trike: { type: object, properties: { seats: { type: integer }, name: { type: string } } }
            """).Through(JsonEngine.Direct, json));

    [Theory]
    [InlineData("""[{"gears":7},{"seats":2},{"wheels":1},null,"moved"]""")]
    public void Each_item_of_a_list_is_an_alternative_of_its_own(string json) =>
        Assert.Equal(json, ValueClient.OfComponents(Bikes
            .Replace("value: { oneOf", "value: { type: array, items: { oneOf", StringComparison.Ordinal)
            .Replace("Bike' } ] } } }", "Bike' } ] } } } }", StringComparison.Ordinal)).Through(JsonEngine.Direct, json));

    [Theory]
    [InlineData("""{"gears":7,"seats":2,"colour":"red"}""")]
    [InlineData("\"moved\"")]
    public void Several_alternatives_at_once_keep_what_none_of_them_knows(string json) =>
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(json),
            JsonNode.Parse(ValueClient.OfComponents(Bikes.Replace("oneOf", "anyOf", StringComparison.Ordinal)).Through(JsonEngine.Direct, json))));

    [Fact]
    public void An_alternative_may_have_any_name() =>
        Assert.Equal("""{"names":7}""", ValueClient.OfComponents(
            """
            Holder: { type: object, properties: { value: { oneOf: [ { $ref: '#/components/schemas/Shapes' }, { $ref: '#/components/schemas/Names' } ] } } }
            Shapes: { type: object, properties: { shapes: { type: integer } } }
            Names: { type: object, properties: { names: { type: integer } } }
            """).Through(JsonEngine.Direct, """{"names":7}"""));

    [Fact]
    public void A_duration_and_a_text_are_told_apart() =>
        Assert.Equal("\"soon\"", ValueClient.OfSchema("{ oneOf: [ { type: string, format: duration }, { type: boolean } ] }").Through(JsonEngine.Direct, "\"soon\""));

    [Fact]
    public void A_value_that_a_discriminator_does_not_name_goes_by_its_shape() =>
        Assert.Equal(["Dog"], Set(
            """
            Holder: { type: object, properties: { value: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } } } } }
            Cat: { type: object, properties: { kind: { type: string }, lives: { type: integer } } }
            Dog: { type: object, properties: { kind: { type: string }, breed: { type: string } } }
            """,
            """{"kind":"puppy","breed":"Beagle"}"""));

    [Fact]
    public void A_wrapper_that_nobody_filled_is_written_as_null()
    {
        var client = ValueClient.OfComponents(Bikes);
        var holder = client.New();
        var property = holder.GetType().GetProperty("Value")!;
        property.SetValue(holder, Activator.CreateInstance(property.PropertyType));

        Assert.Equal("""{"value":null}""", JsonEngines.Written(JsonEngine.Direct, holder));
    }

    [Theory]
    [InlineData("{ anyOf: [ { type: object }, { type: string }, { type: array } ] }", "[1,\"a\",{\"b\":null}]")]
    [InlineData("{ anyOf: [ { type: object }, { type: string }, { type: array } ] }", "{\"a\":[true]}")]
    [InlineData("{ oneOf: [ { type: object }, { type: string }, { type: array } ] }", "[1,\"a\",{\"b\":null}]")]
    [InlineData("{ oneOf: [ { type: boolean }, { type: string }, {} ] }", "{\"a\":[true]}")]
    [InlineData("{ anyOf: [ { type: boolean }, { type: string }, {} ] }", "[\"a\"]")]
    [InlineData("{ oneOf: [ { type: array }, { type: object } ] }", "{\"a\":[true]}")]
    [InlineData("{ oneOf: [ { type: string }, { $ref: '#/components/schemas/Free' } ] }", "{\"a\":[true]}")]
    [InlineData("{ type: [ boolean, object ] }", "{\"a\":[true]}")]
    public void An_alternative_of_which_nothing_is_said_is_carried(string schema, string json) => Assert.True(JsonNode.DeepEquals(
        JsonNode.Parse(json),
        JsonNode.Parse(ValueClient.OfComponents($"Holder: {{ type: object, properties: {{ value: {schema} }} }}\nFree: {{ type: object }}").Through(JsonEngine.Direct, json))));

    [Theory]
    [InlineData("{\"seats\":2}")]
    [InlineData("{\"seats\":2,\"gears\":3}")]
    public void Several_alternatives_at_once_have_no_defaults_that_did_not_come(string json) =>
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(json),
            JsonNode.Parse(ValueClient.OfComponents(
                """
                Holder: { type: object, properties: { value: { anyOf: [ { $ref: '#/components/schemas/Trike' }, { $ref: '#/components/schemas/Bike' } ] } } }
                Wheels: { type: object, properties: { spokes: { type: integer, default: 32 } } }
                Bike: { allOf: [ { $ref: '#/components/schemas/Wheels' } ], type: object, properties: { gears: { type: integer, default: 7 }, name: { type: string, default: Rad, readOnly: true } } }
                Trike: { type: object, properties: { seats: { type: integer } } }
                """).Through(JsonEngine.Direct, json))));

    [Theory]
    [InlineData("""{"type":"image","size":"a"}""")]
    [InlineData("""{"type":"web2","size":"a"}""", "Web")]
    [InlineData("""{"type":"web3","live":false}""", "Web")]
    [InlineData("""{"type":"function","name":"f"}""", "Function")]
    [InlineData("""{"type":"image"}""", "Web")]
    public void A_kind_that_the_document_does_not_have_is_kept_as_it_came(string json, params string[] expected)
    {
        const string Tools = """
            Holder: { type: object, properties: { value: { oneOf: [ { $ref: '#/components/schemas/Function' }, { $ref: '#/components/schemas/Web' } ], discriminator: { propertyName: type } } } }
            Function: { type: object, required: [ type ], properties: { type: { type: string, enum: [ function ] }, name: { type: string } } }
            Web: { type: object, required: [ type ], properties: { type: { type: string, enum: [ web, web2 ] }, live: { type: boolean, default: true } } }
            """;

        Assert.Equal(expected, Set(Tools, json));
        if (expected is not ["Web"])
        {
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(ValueClient.OfComponents(Tools).Through(JsonEngine.Direct, json))));
        }
    }

    private const string Documents = """
        Holder: { type: object, properties: { value: { anyOf: [ { $ref: '#/components/schemas/Document' }, { $ref: '#/components/schemas/Image' } ] } } }
        Document: { type: object, required: [ model, text ], properties: { text: { type: string }, model: { type: string }, options: { $ref: '#/components/schemas/Options' } } }
        Image: { type: object, required: [ model, image ], properties: { image: {}, model: { type: string }, options: { type: object, additionalProperties: true } } }
        Options: { type: object, properties: { k: { type: number, default: 1.5 } } }
        """;

    [Theory]
    [InlineData("""{"image":"a","model":"b","options":{"x":1}}""", "Image")]
    [InlineData("""{"text":"a","model":"b","options":{"k":2}}""", "Document")]
    [InlineData("""{"text":"a","model":"b","image":"c","options":{"k":2}}""", "Document", "Image")]
    [InlineData("""{"model":"b"}""", "Document", "Image")]
    public void Several_alternatives_at_once_are_those_that_it_can_be(string json, params string[] expected)
    {
        Assert.Equal(expected, Set(Documents, json).Order(StringComparer.Ordinal));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(ValueClient.OfComponents(Documents).Through(JsonEngine.Direct, json))));
    }

    [Theory]
    [InlineData("""{"first":1,"more":true}""")]
    [InlineData("""{"second":2,"shared":"a"}""")]
    public void Alternatives_that_keep_nothing_unknown_are_all_tried(string json) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(ValueClient.OfComponents(
            """
            Holder: { type: object, properties: { value: { anyOf: [ { $ref: '#/components/schemas/One' }, { $ref: '#/components/schemas/Two' } ] } } }
            One: { type: object, additionalProperties: false, required: [ first ], properties: { first: { type: integer }, shared: { type: string } } }
            Two: { type: object, additionalProperties: false, required: [ second ], properties: { second: { type: integer }, more: { type: boolean } } }
            """).Through(JsonEngine.Direct, json))));

    private static IEnumerable<string> Set(string components, string json)
    {
        var holder = ValueClient.OfComponents(components).Read(JsonEngine.Direct, $$"""{"value":{{json}}}""");
        var wrapper = holder.GetType().GetProperty("Value")!.GetValue(holder)!;
        Assert.IsAssignableFrom<IComposedTypeWrapper>(wrapper);
        return wrapper.GetType().GetProperties().Where(property => property.GetValue(wrapper) is not null).Select(property => property.Name);
    }
}
