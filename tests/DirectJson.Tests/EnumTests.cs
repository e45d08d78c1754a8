using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using Microsoft.Kiota.Abstractions.Serialization;

namespace DirectJson.Tests;

/// <summary>Each value of an enum has a member, and a value that has none is not lost.</summary>
public sealed class EnumTests
{
    private const string State = "{ type: string, enum: [open, 'on hold', closed] }";

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a/b")]
    [InlineData("A/B")]
    [InlineData("abc")]
    [InlineData("ABC")]
    public void Each_value_has_a_member(string value)
    {
        var client = ValueClient.OfSchema("{ type: string, enum: [ abc, '', a/b, ABC, ' ', A/B, empty ] }");
        var holder = client.Read(JsonEngine.Direct, $$"""{"value":"{{value}}"}""");

        Assert.NotNull(ValueOf(holder));
        Assert.Equal($$"""{"value":"{{value}}"}""", JsonEngines.Written(JsonEngine.Direct, holder));
        Assert.Empty(((IAdditionalDataHolder)holder).AdditionalData);
    }

    [Fact]
    public void The_empty_value_takes_no_name_and_no_number_away()
    {
        var members = ValueClient.OfSchema("{ type: string, enum: [ '', abc, ABC, empty ] }").New().GetType().GetProperty("Value")!.PropertyType.GetGenericArguments()[0].GetEnumNames();

        Assert.Equal(["Abc", "Empty", "ABC", "Empty2"], members);
    }

    [Theory]
    [InlineData("standby")]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("99")]
    [InlineData("open,closed")]
    [InlineData("OnHold")] // The name of a member, which no server knows.
    [InlineData(" open")]
    [InlineData("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9")]
    public void An_unknown_value_is_kept_under_its_name_and_written_back(string value)
    {
        var holder = ValueClient.OfSchema(State).Read(JsonEngine.Direct, $$"""{"value":"{{value}}"}""");

        Assert.Null(ValueOf(holder));
        Assert.Equal(value, ((IAdditionalDataHolder)holder).AdditionalData["value"].ToString());
        Assert.Equal($$"""{"value":"{{value}}"}""", JsonEngines.Written(JsonEngine.Direct, holder));
    }

    [Theory]
    [InlineData("standby")]
    [InlineData("")]
    public void An_unknown_value_is_written_back_of_a_class_without_additional_data(string value)
    {
        var holder = ValueClient.OfComponents($"Holder: {{ type: object, additionalProperties: false, properties: {{ value: {State} }} }}").Read(JsonEngine.Direct, $$"""{"value":"{{value}}"}""");

        Assert.Null(ValueOf(holder));
        Assert.Equal($$"""{"value":"{{value}}"}""", JsonEngines.Written(JsonEngine.Direct, holder));

        holder.GetType().GetProperty("Value")!.SetValue(holder, null);
        Assert.Equal("{}", JsonEngines.Written(JsonEngine.Direct, holder));
    }

    [Theory]
    [InlineData("""{"value":"standby","value":"open"}""", """{"value":"open"}""")]
    [InlineData("""{"value":"open","value":"standby"}""", """{"value":"standby"}""")]
    [InlineData("""{"value":"open","more":1}""", """{"value":"open"}""")]
    public void Of_a_class_without_additional_data_the_last_value_counts(string json, string written) =>
        Assert.Equal(written, JsonEngines.Written(JsonEngine.Direct, ValueClient.OfComponents($"Holder: {{ type: object, additionalProperties: false, properties: {{ value: {State} }} }}").Read(JsonEngine.Direct, json)));

    [Theory]
    [InlineData("OPEN", "open")]
    [InlineData("On Hold", "on hold")]
    public void A_value_in_another_case_is_that_value(string value, string written) =>
        Assert.Equal($"\"{written}\"", ValueClient.OfSchema(State).Through(JsonEngine.Direct, $"\"{value}\""));

    [Fact]
    public void A_value_in_a_case_that_two_have_is_neither_of_them() =>
        Assert.Equal("\"Abc\"", ValueClient.OfSchema("{ type: string, enum: [abc, ABC] }").Through(JsonEngine.Direct, "\"Abc\""));

    [Theory]
    [InlineData("Derived")]
    [InlineData("Holder")]
    public void A_value_that_is_set_takes_the_place_of_the_unknown_one(string model)
    {
        var client = ValueClient.OfComponents(
            $$"""
            Holder: { type: object, properties: { value: {{State}} } }
            Derived: { allOf: [ { $ref: '#/components/schemas/Holder' }, { type: object, properties: { more: {{State}} } } ] }
            Other: { type: object, properties: { derived: { $ref: '#/components/schemas/Derived' }, holder: { $ref: '#/components/schemas/Holder' } } }
            """.Replace("Holder: { type: object, properties: { value", "Holder: { type: object, properties: { derived: { $ref: '#/components/schemas/Derived' }, value", StringComparison.Ordinal));
        var name = model == "Holder" ? "value" : "more";
        var holder = client.Read(JsonEngine.Direct, $$"""{"derived":{"{{name}}":"standby"},"value":"standby"}""");
        var part = model == "Holder" ? holder : (IParsable)holder.GetType().GetProperty("Derived")!.GetValue(holder)!;
        var property = part.GetType().GetProperty(model == "Holder" ? "Value" : "More")!;
        property.SetValue(part, Enum.ToObject(Nullable.GetUnderlyingType(property.PropertyType)!, 2));

        Assert.Equal($$"""{"{{name}}":"closed"}""", model == "Holder" ? "{" + JsonEngines.Written(JsonEngine.Direct, part)[(JsonEngines.Written(JsonEngine.Direct, part).LastIndexOf("\"value\"", StringComparison.Ordinal))..] : JsonEngines.Written(JsonEngine.Direct, part));
    }

    [Theory]
    [InlineData("""{"value":"standby","value":"open"}""", """{"value":"open"}""")]
    [InlineData("""{"value":"open","value":"standby"}""", """{"value":"standby"}""")]
    public void The_last_of_two_values_counts(string json, string written) =>
        Assert.Equal(written, JsonEngines.Written(JsonEngine.Direct, ValueClient.OfSchema(State).Read(JsonEngine.Direct, json)));

    [Fact]
    public void An_unknown_value_takes_the_place_of_a_default() =>
        Assert.Equal("\"standby\"", ValueClient.OfSchema("{ type: string, enum: [open, closed], default: open }").Through(JsonEngine.Direct, "\"standby\""));

    [Fact]
    public void What_only_the_server_sets_is_not_written_back() =>
        Assert.Equal("{}", JsonEngines.Written(JsonEngine.Direct, ValueClient.OfSchema("{ type: string, enum: [open], readOnly: true }").Read(JsonEngine.Direct, """{"value":"standby"}""")));

    [Theory]
    [InlineData("""["open","standby",null,"closed","1"]""")]
    [InlineData("""["standby"]""")]
    [InlineData("[]")]
    public void Unknown_values_of_a_list_are_written_back(string json) =>
        Assert.Equal(json, ValueClient.OfSchema($"{{ type: array, items: {State} }}").Through(JsonEngine.Direct, json));

    [Fact]
    public void Unknown_values_of_a_list_stay_between_those_that_the_caller_changes()
    {
        var holder = ValueClient.OfSchema($"{{ type: array, items: {State} }}").Read(JsonEngine.Direct, """{"value":["open","standby",null,"closed"]}""");
        var list = (System.Collections.IList)ValueOf(holder)!;
        list.RemoveAt(0);
        list.Add(list[2]);

        Assert.Equal("""{"value":["standby",null,"closed","closed"]}""", JsonEngines.Written(JsonEngine.Direct, holder));
    }

    [Theory]
    [InlineData("\"a,b\"")]
    [InlineData("\"a,new\"")]
    [InlineData("\"1\"")]
    public void A_combination_with_an_unknown_value_is_kept_whole(string json) =>
        Assert.Equal(json, ValueClient.OfSchema("{ type: string, enum: [a, b, c], x-ms-enum-flags: { isFlags: true } }").Through(JsonEngine.Direct, json));

    [Fact]
    public void An_unknown_value_in_a_union_is_kept() =>
        Assert.Equal("\"standby\"", ValueClient.OfComponents(
            $$"""
            Holder: { type: object, properties: { value: { oneOf: [ { $ref: '#/components/schemas/State' }, { type: boolean } ] } } }
            State: {{State}}
            """).Through(JsonEngine.Direct, "\"standby\""));

    private static object? ValueOf(IParsable holder) => holder.GetType().GetProperty("Value")!.GetValue(holder);
}
