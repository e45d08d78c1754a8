using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;

namespace DirectJson.Tests;

/// <summary>Which class an object is stands in its discriminator, at whatever distance that is declared, and is written also where nobody set it.</summary>
public sealed class DiscriminatorTests
{
    private const string Results = """
        Holder: { type: object, properties: { value: { oneOf: [ { $ref: '#/components/schemas/PassResult' }, { $ref: '#/components/schemas/FailResult' } ] }, any: { $ref: '#/components/schemas/Root' }, middle: { $ref: '#/components/schemas/Mid' }, list: { type: array, items: { $ref: '#/components/schemas/Mid' } } } }
        Root: { type: object, required: [ $type ], properties: { $type: { type: string } }, discriminator: { propertyName: $type, mapping: { pass: '#/components/schemas/PassResult', fail: '#/components/schemas/FailResult' } } }
        Mid: { allOf: [ { $ref: '#/components/schemas/Root' }, { type: object, properties: { at: { type: string } } } ] }
        PassResult: { allOf: [ { $ref: '#/components/schemas/Mid' }, { type: object, properties: { score: { type: integer } } } ] }
        FailResult: { allOf: [ { $ref: '#/components/schemas/Mid' }, { type: object, properties: { reason: { type: string } } } ] }
        """;

    private const string Zoo = """
        Holder: { type: object, properties: { value: { $ref: '#/components/schemas/Beast' }, bird: { $ref: '#/components/schemas/Bird' } } }
        Beast: { type: object, required: [ kind ], properties: { kind: { type: string }, name: { type: string } }, discriminator: { propertyName: kind, mapping: { lion: '#/components/schemas/Lion', bird: '#/components/schemas/Bird', fowl: '#/components/schemas/Bird', beast: '#/components/schemas/Beast' } } }
        Lion: { allOf: [ { $ref: '#/components/schemas/Beast' }, { type: object, properties: { mane: { type: boolean } } } ] }
        Bird: { allOf: [ { $ref: '#/components/schemas/Beast' }, { type: object, properties: { wings: { type: integer } } } ] }
        """;

    public static TheoryData<JsonEngine> Engines => [.. Enum.GetValues<JsonEngine>()];

    [Theory]
    [InlineData("Any", "any")]
    [InlineData("Middle", "middle")]
    public void Is_found_through_every_ancestor(string property, string name)
    {
        foreach (var engine in Enum.GetValues<JsonEngine>())
        {
            var value = Of(ValueClient.OfComponents(Results).Read(engine, $$$"""{"{{{name}}}":{"reason":"late","$type":"fail"}}"""), property)!;

            Assert.Equal("FailResult", value.GetType().Name);
            Assert.Equal("late", Of(value, "Reason"));
        }
    }

    [Fact]
    public void Is_found_for_each_item_of_a_list()
    {
        var holder = ValueClient.OfComponents(Results).Read(JsonEngine.Direct, """{"list":[{"$type":"pass","score":1},{"$type":"fail"},{"$type":"other"}]}""");

        Assert.Equal(["PassResult", "FailResult", "Mid"], ((System.Collections.IEnumerable)Of(holder, "List")!).Cast<object>().Select(item => item.GetType().Name));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Of_an_ancestor_tells_the_alternatives_of_a_union_apart(JsonEngine engine)
    {
        var wrapper = Of(ValueClient.OfComponents(Results).Read(engine, """{"value":{"$type":"fail","at":"now"}}"""), "Value")!;

        Assert.Null(Of(wrapper, "PassResult"));
        Assert.Equal("now", Of(Of(wrapper, "FailResult")!, "At"));
    }

    [Theory]
    [InlineData("Lion", "lion")]
    [InlineData("Bird", "bird")] // The first of two.
    [InlineData("Beast", "beast")]
    public void Is_written_although_nobody_set_it(string model, string kind)
    {
        foreach (var engine in Enum.GetValues<JsonEngine>())
        {
            Assert.Equal($$"""{"kind":"{{kind}}"}""", JsonEngines.Written(engine, ValueClient.OfComponents(Zoo).New(model)));
        }
    }

    [Fact]
    public void Of_the_base_of_a_base_is_written() =>
        Assert.Equal("""{"$type":"pass"}""", JsonEngines.Written(JsonEngine.Direct, ValueClient.OfComponents(Results).New("PassResult")));

    [Fact]
    public void Of_a_class_that_no_value_stands_for_is_not_written() =>
        Assert.Equal("{}", JsonEngines.Written(JsonEngine.Direct, ValueClient.OfComponents(Results).New("Mid")));

    [Theory]
    [InlineData("puma")]
    [InlineData(null)]
    public void That_is_set_stays(string? kind)
    {
        var lion = ValueClient.OfComponents(Zoo).New("Lion");
        lion.GetType().GetProperty("Kind")!.SetValue(lion, kind);

        Assert.Equal(kind is null ? "{}" : $$"""{"kind":"{{kind}}"}""", JsonEngines.Written(JsonEngine.Direct, lion));
    }

    [Theory]
    [InlineData("""{"value":{"kind":"fowl","wings":2}}""")]
    [InlineData("""{"value":{"kind":"fish","name":"Nemo"}}""")]
    public void That_came_stays(string json) =>
        Assert.Equal(json, JsonEngines.Written(JsonEngine.Direct, ValueClient.OfComponents(Zoo).Read(JsonEngine.Direct, json)));

    [Fact]
    public void Of_a_union_is_written_although_nobody_set_it()
    {
        var client = ValueClient.OfComponents("""
            Holder: { type: object, properties: { value: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } } } } }
            Cat: { type: object, properties: { kind: { type: string }, lives: { type: integer } } }
            Dog: { type: object, properties: { kind: { type: string, enum: [cat, dog] }, breed: { type: string } } }
            """);

        Assert.Equal("""{"kind":"cat"}""", JsonEngines.Written(JsonEngine.Direct, client.New("Cat")));
        Assert.Equal("""{"kind":"dog"}""", JsonEngines.Written(JsonEngine.Direct, client.New("Dog")));
    }

    [Fact]
    public void Is_the_name_of_the_schema_where_nothing_else_is_mapped()
    {
        var client = ValueClient.OfComponents("""
            Holder: { type: object, properties: { value: { $ref: '#/components/schemas/Beast' } } }
            Beast: { type: object, properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
            Lion: { allOf: [ { $ref: '#/components/schemas/Beast' }, { type: object, properties: { mane: { type: boolean } } } ] }
            """);

        Assert.Equal("""{"kind":"Lion"}""", JsonEngines.Written(JsonEngine.Direct, client.New("Lion")));
        Assert.Equal("Lion", Of(client.Read(JsonEngine.Direct, """{"value":{"kind":"Lion"}}"""), "Value")!.GetType().Name);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Is_read_once_where_a_value_is_several_alternatives_at_once(JsonEngine engine)
    {
        var client = ValueClient.OfComponents("""
            Holder: { type: object, properties: { value: { anyOf: [ { $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Bank' } ] }, one: { oneOf: [ { $ref: '#/components/schemas/Card' }, { $ref: '#/components/schemas/Bank' } ], discriminator: { propertyName: method, mapping: { card: '#/components/schemas/Card', bank: '#/components/schemas/Bank' } } } } }
            Card: { type: object, properties: { method: { type: string }, number: { type: string } } }
            Bank: { type: object, properties: { method: { type: string }, iban: { type: string } } }
            """);

        Assert.Equal("""{"method":"card","number":"1"}""", client.Through(engine, """{"method":"card","number":"1"}"""));
        Assert.Equal("""{"method":"bank"}""", JsonEngines.Written(engine, client.New("Bank")));
    }

    [Theory]
    [InlineData("""{"score":1}""")]
    [InlineData("""{"$type":"unheard-of","score":1}""")]
    public void Of_what_was_chosen_by_its_shape_is_what_came(string json) =>
        Assert.Equal(json, ValueClient.OfComponents(Results).Through(JsonEngine.Direct, json));

    [Fact]
    public void That_means_two_things_is_left_to_the_caller()
    {
        var client = ValueClient.OfComponents("""
            Holder: { type: object, properties: { one: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } } }, two: { oneOf: [ { $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' } ], discriminator: { propertyName: kind, mapping: { feline: '#/components/schemas/Cat', canine: '#/components/schemas/Dog' } } } } }
            Cat: { type: object, properties: { kind: { type: string } } }
            Dog: { type: object, properties: { kind: { type: string } } }
            """);

        Assert.Equal("{}", JsonEngines.Written(JsonEngine.Direct, client.New("Cat")));
    }

    private static object? Of(object model, string property) => model.GetType().GetProperty(property)!.GetValue(model);
}
