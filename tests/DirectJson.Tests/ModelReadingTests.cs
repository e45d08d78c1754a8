using System.Reflection;
using System.Text;
using System.Text.Json;
using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using Microsoft.Kiota.Abstractions.Serialization;

namespace DirectJson.Tests;

/// <summary>The rules of direct JSON, one by one. Each is Kiota's too.</summary>
public sealed class ModelReadingTests
{
    private const string Animals = """
        Holder: { type: object, properties: { value: { $ref: '#/components/schemas/Animal' } } }
        Animal: { type: object, required: [kind], properties: { kind: { type: string }, name: { type: string } }, discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog' } } }
        Cat: { allOf: [ { $ref: '#/components/schemas/Animal' }, { type: object, properties: { lives: { type: integer } } } ] }
        Dog: { allOf: [ { $ref: '#/components/schemas/Animal' }, { type: object, properties: { breed: { type: string } } } ] }
        """;

    public static TheoryData<JsonEngine> Engines => [.. Enum.GetValues<JsonEngine>()];

    [Theory]
    [MemberData(nameof(Engines))]
    public void Reads_a_discriminator_that_comes_last(JsonEngine engine) =>
        Assert.Equal("Cat", ValueOf(ValueClient.OfComponents(Animals).Read(engine, """{"value":{"name":"Mia","lives":9,"kind":"cat"}}"""))!.GetType().Name);

    [Theory]
    [MemberData(nameof(Engines))]
    public void Believes_the_last_of_two_discriminators(JsonEngine engine) =>
        Assert.Equal("Dog", ValueOf(ValueClient.OfComponents(Animals).Read(engine, """{"value":{"kind":"cat","lives":9,"kind":"dog"}}"""))!.GetType().Name);

    [Theory]
    [MemberData(nameof(Engines))]
    public void Reads_a_discriminator_whose_name_and_value_are_escaped(JsonEngine engine) =>
        Assert.Equal("Dog", ValueOf(ValueClient.OfComponents(Animals).Read(engine, """{"value":{"\u006bind":"\u0064og"}}"""))!.GetType().Name);

    [Theory]
    [MemberData(nameof(Engines))]
    public void Falls_back_to_the_base_of_an_unknown_discriminator(JsonEngine engine) =>
        Assert.Equal("Animal", ValueOf(ValueClient.OfComponents(Animals).Read(engine, """{"value":{"kind":"fish"}}"""))!.GetType().Name);

    [Theory]
    [MemberData(nameof(Engines))]
    public void Believes_the_last_of_two_members(JsonEngine engine) =>
        Assert.Equal("b", ValueOf(ValueClient.OfSchema("{ type: string }").Read(engine, """{"value":"a","value":"b"}""")));

    [Theory]
    [MemberData(nameof(Engines))]
    public void Keeps_what_it_read_when_null_follows(JsonEngine engine) =>
        Assert.Equal("a", ValueOf(ValueClient.OfSchema("{ type: string }").Read(engine, """{"value":"a","value":null}""")));

    [Theory]
    [MemberData(nameof(Engines))]
    public void Keeps_a_default_where_the_body_has_null(JsonEngine engine) =>
        Assert.Equal("a", ValueOf(ValueClient.OfSchema("{ type: string, default: a }").Read(engine, """{"value":null}""")));

    [Theory]
    [MemberData(nameof(Engines))]
    public void Skips_a_byte_order_mark(JsonEngine engine) =>
        Assert.Equal("a", ValueOf(ValueClient.OfSchema("{ type: string }").Read(engine, [.. Encoding.UTF8.Preamble, .. """{"value":"a"}"""u8])));

    [Theory]
    [InlineData(JsonEngine.Kiota, 62, true)]
    [InlineData(JsonEngine.Direct, 62, true)]
    [InlineData(JsonEngine.Kiota, 64, false)]
    [InlineData(JsonEngine.Direct, 64, false)]
    public void Reads_sixty_four_levels_and_no_more(JsonEngine engine, int depth, bool isRead)
    {
        var json = $$"""{"value":{{new string('[', depth)}}{{new string(']', depth)}}}""";
        var client = ValueClient.OfSchema("{}");

        Assert.Equal(isRead, Record.Exception(() => client.Read(engine, json)) is null);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Refuses_what_follows_the_body(JsonEngine engine) =>
        Assert.ThrowsAny<JsonException>(() => ValueClient.OfSchema("{ type: string }").Read(engine, """{"value":"a"}{}"""));

    [Theory]
    [MemberData(nameof(Engines))]
    public void Keeps_undeclared_members(JsonEngine engine)
    {
        var holder = (IAdditionalDataHolder)ValueClient.OfSchema("{ type: string }").Read(engine, """{"text":"a","number":1.5,"none":null,"list":[1]}""");

        Assert.Equal(["list", "none", "number", "text"], holder.AdditionalData.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(1.5m, holder.AdditionalData["number"]);
        Assert.Null(holder.AdditionalData["none"]);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Reads_each_alternative_of_a_union(JsonEngine engine)
    {
        var client = ValueClient.OfSchema("{ oneOf: [ { type: boolean }, { type: string, format: date-time }, { type: array, items: { type: string } } ] }");

        Assert.Equal("true", client.Through(engine, "true"));
        Assert.Equal("\"2026-03-02T09:08:07+00:00\"", client.Through(engine, "\"2026-03-02T09:08:07Z\""));
        Assert.Equal("[\"a\",\"b\"]", client.Through(engine, "[\"a\",\"b\"]"));
    }

    [Fact]
    public void Makes_additional_data_when_it_is_first_touched()
    {
        var client = ValueClient.OfSchema("{ type: string }");
        var holder = client.Read(JsonEngine.Direct, """{"value":"a"}""");
        var field = holder.GetType().GetField("_additionalData", BindingFlags.NonPublic | BindingFlags.Instance)!;

        Assert.Null(field.GetValue(holder));
        Assert.Equal("""{"value":"a"}""", JsonEngines.Written(JsonEngine.Direct, holder));
        Assert.Null(field.GetValue(holder));
        Assert.Empty(((IAdditionalDataHolder)holder).AdditionalData);
    }

    private static object? ValueOf(IParsable holder) => holder.GetType().GetProperty("Value")!.GetValue(holder);
}
