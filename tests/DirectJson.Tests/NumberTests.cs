using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;

namespace DirectJson.Tests;

/// <summary>A number is carried whole, however it is written, or it is unreadable.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("{ type: integer }", "1.0", "1")]
    [InlineData("{ type: integer }", "1e2", "100")]
    [InlineData("{ type: integer }", "1E+2", "100")]
    [InlineData("{ type: integer }", "1200e-2", "12")]
    [InlineData("{ type: integer }", "-0.0", "0")]
    [InlineData("{ type: integer, format: int64 }", "9223372036854775807", "9223372036854775807")]
    [InlineData("{ type: integer, format: int64 }", "9.223372036854775807e18", "9223372036854775807")]
    [InlineData("{ type: integer, format: int64 }", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("{ type: integer, format: int8 }", "-1.28e2", "-128")]
    [InlineData("{ type: integer, format: uint8 }", "2.55E2", "255")]
    [InlineData("{ type: integer, format: uint64 }", "18446744073709551615", "18446744073709551615")]
    [InlineData("{ type: integer, format: uint32 }", "4294967295", "4294967295")]
    [InlineData("{ type: integer, format: uint16 }", "65535", "65535")]
    [InlineData("{ type: number, format: uint64 }", "18446744073709551615", "18446744073709551615")]
    [InlineData("{ type: number, format: int64 }", "9007199254740993", "9007199254740993")]
    [InlineData("{ type: number, format: decimal }", "12345678901234567890.12345678", "12345678901234567890.12345678")]
    [InlineData("{ type: number, format: decimal }", "0", "0")]
    [InlineData("{ type: number, format: decimal }", "0.10", "0.10")]
    [InlineData("{ type: number, format: decimal }", "12345.60", "12345.60")]
    [InlineData("{ type: number, format: decimal }", "-12345.60", "-12345.60")]
    [InlineData("{ type: number, format: decimal }", "4294967296", "4294967296")]
    [InlineData("{ type: number, format: decimal }", "9999999999999999.9", "9999999999999999.9")]
    [InlineData("{ type: number, format: decimal }", "999999999999999999", "999999999999999999")]
    [InlineData("{ type: number, format: decimal }", "9999999999999999999", "9999999999999999999")]
    [InlineData("{ type: number, format: decimal }", "0.1234567890123456", "0.1234567890123456")]
    [InlineData("{ type: number, format: decimal }", "1.5e3", "1500")]
    public void Reads_a_number(string schema, string json, string written) => Assert.Equal(written, Through(schema, json));

    [Theory]
    [InlineData("{ type: integer }", "1.5")]
    [InlineData("{ type: integer }", "2147483648")]
    [InlineData("{ type: integer }", "1e400")]
    [InlineData("{ type: integer }", "1e-2")]
    [InlineData("{ type: integer, format: int64 }", "9223372036854775808")]
    [InlineData("{ type: integer, format: int8 }", "128")]
    [InlineData("{ type: integer, format: uint8 }", "256")]
    [InlineData("{ type: number }", "1e400")]
    [InlineData("{ type: number, format: float }", "1e40")]
    public void Refuses_a_number_that_its_type_can_not_hold(string schema, string json) => Assert.Equal("throws JsonException", Through(schema, json));

    [Theory]
    [InlineData("{ type: [integer, string], format: int32 }", "\"21\"", "21")]
    [InlineData("{ type: [integer, string], format: int32 }", "21", "21")]
    [InlineData("{ type: [string, integer], format: int32 }", "\"1e2\"", "100")]
    [InlineData("{ type: [integer, string], format: int32 }", "\"2\\u0031\"", "21")]
    [InlineData("{ type: [integer, string, 'null'], format: int64 }", "\"9223372036854775807\"", "9223372036854775807")]
    [InlineData("{ type: [integer, string], format: int8 }", "\"-7\"", "-7")]
    [InlineData("{ type: [integer, string], format: uint8 }", "\"200\"", "200")]
    [InlineData("{ type: [number, string], format: double }", "\"1.25\"", "1.25")]
    [InlineData("{ type: [number, string], format: float }", "\"1.25\"", "1.25")]
    [InlineData("{ type: [number, string], format: decimal }", "\"1.250\"", "1.250")]
    [InlineData("{ type: [integer, string], format: uint64 }", "18446744073709551615", "18446744073709551615")]
    [InlineData("{ type: [integer, string], format: uint64 }", "\"18446744073709551615\"", "\"18446744073709551615\"")]
    [InlineData("{ type: [integer, string] }", "\"21\"", "\"21\"")]
    [InlineData("{ type: [integer, string] }", "21", "21")]
    [InlineData("{ type: array, items: { type: [integer, string], format: int32 } }", "[1,\"2\",null]", "[1,2,null]")]
    public void Reads_a_number_in_a_text_where_the_schema_allows_both(string schema, string json, string written) => Assert.Equal(written, Through(schema, json));

    [Theory]
    [InlineData("\"n/a\"")]
    [InlineData("\"\"")]
    [InlineData("\"1.5\"")]
    [InlineData("\"99999999999\"")]
    public void Keeps_a_text_that_is_no_number_where_the_schema_allows_both(string json) =>
        Assert.Equal(json, Through("{ type: [integer, string], format: int32 }", json));

    [Theory]
    [InlineData("\"NaN\"", null)]
    [InlineData("\"-INF\"", null)]
    [InlineData("1.5", 1.5)]
    [InlineData("\"1.5\"", 1.5)]
    public void Keeps_the_words_that_numbers_have_besides(string json, double? expected)
    {
        var client = ValueClient.OfSchema("{ anyOf: [ { type: number, format: double }, { type: string }, { enum: ['-INF', INF, NaN] } ] }");
        var holder = client.Read(JsonEngine.Direct, $$"""{"value":{{json}}}""");

        Assert.Equal(expected, holder.GetType().GetProperty("Value")!.GetValue(holder));
        Assert.Equal($$"""{"value":{{(expected is null ? json : "1.5")}}}""", JsonEngines.Written(JsonEngine.Direct, holder));
    }

    [Fact]
    public void Refuses_a_text_that_is_no_number_where_there_is_no_place_to_keep_it()
    {
        var client = ValueClient.OfComponents("Holder: { type: object, additionalProperties: false, properties: { value: { type: [integer, string], format: int32 } } }");

        Assert.Equal("throws JsonException", client.Through(JsonEngine.Direct, "\"n/a\""));
        Assert.Equal("21", client.Through(JsonEngine.Direct, "\"21\""));
    }

    [Theory]
    [InlineData("""[1,null,2]""", "{ type: integer }")]
    [InlineData("""["2026-03-02",null]""", "{ type: string, format: date }")]
    [InlineData("""["a",null]""", "{ type: string }")]
    [InlineData("""[true,null]""", "{ type: boolean }")]
    [InlineData("""["red",null]""", "{ type: string, enum: [red] }")]
    public void Null_items_stay_null(string json, string items) => Assert.Equal(json, Through($"{{ type: array, items: {items} }}", json));

    [Fact]
    public void A_number_without_a_sign_is_of_a_type_that_holds_it()
    {
        var type = ValueClient.OfSchema("{ type: integer, format: uint64 }").New().GetType().GetProperty("Value")!.PropertyType;

        Assert.Equal(typeof(decimal?), type);
    }

    private static string Through(string schema, string json) => ValueClient.OfSchema(schema).Through(JsonEngine.Direct, json);
}
