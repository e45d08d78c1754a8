using DirectJson.Tests.Clients;
using Microsoft.Kiota.Abstractions;

namespace DirectJson.Tests;

/// <summary>A new object has the default values of the document, of whatever type they are.</summary>
public sealed class DefaultTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static TheoryData<string, object?> Defaults => new()
    {
        { "{ type: string, format: date-time, default: '1900-01-01T00:00:00' }", new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero) },
        { "{ type: string, format: date-time, default: '0001-01-01T00:00:00' }", DateTimeOffset.MinValue },
        { "{ type: string, format: date-time, default: '2026-03-02T09:08:07.25+01:00' }", new DateTimeOffset(2026, 3, 2, 9, 8, 7, 250, Hour) },
        { "{ type: string, format: date-time, default: '2026-03-02T09:08:07Z' }", new DateTimeOffset(2026, 3, 2, 9, 8, 7, TimeSpan.Zero) },
        { "{ type: string, format: date-time, default: '2026-03-02' }", new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero) },
        { "{ type: string, format: date-time, default: '02.03.2026' }", null },
        { "{ type: string, format: date, default: '1900-01-01' }", new Date(1900, 1, 1) },
        { "{ type: string, format: date, default: 2024-02-29 }", new Date(2024, 2, 29) },
        { "{ type: string, format: date, default: '02/03/2026' }", null },
        { "{ type: string, format: uuid, default: 00000000-0000-0000-0000-000000000000 }", Guid.Empty },
        { "{ type: string, format: time, default: '08:30:00' }", new Time(8, 30, 0) },
        { "{ type: string, format: duration, default: P1D }", TimeSpan.FromDays(1) },
        { "{ type: string, format: duration, default: P2W }", TimeSpan.FromDays(14) },
        { "{ type: string, format: duration, default: -PT1H30M0.5S }", -new TimeSpan(0, 1, 30, 0, 500) },
        { "{ type: string, format: duration, default: '01:30:00' }", new TimeSpan(1, 30, 0) },
        { "{ type: string, format: duration, default: P1Y }", null },
        { "{ type: number, default: 1 }", 1d },
        { "{ type: number, default: 123456789012345678901234567890 }", 123456789012345678901234567890d },
        { "{ type: number, default: -1.5e-3 }", -0.0015 },
        { "{ type: number, format: decimal, default: 1.50 }", 1.50m },
        { "{ type: number, format: float, default: 0.25 }", 0.25f },
        { "{ type: integer, format: int64, default: 36 }", 36L },
        { "{ type: integer, format: int64, default: -9223372036854775808 }", long.MinValue },
        { "{ type: integer, default: 1e2 }", 100 },
        { "{ type: integer, default: 7.0 }", 7 },
        { "{ type: integer, default: 7.5 }", null },
        { "{ type: integer, default: '7' }", 7 },
        { "{ type: integer, format: uint8, default: 200 }", (byte)200 },
        { "{ type: integer, format: int8, default: -7 }", (sbyte)-7 },
        { "{ type: integer, format: uint32, default: 4294967295 }", 4294967295L },
        { "{ type: integer, format: uint64, default: 18446744073709551615 }", 18446744073709551615m },
        { "{ type: [integer, string], format: int32, default: '21' }", 21 },
        { "{ type: boolean, default: true }", true },
        { "{ type: boolean, default: false }", false },
        { "{ type: string, default: \"red \\\"ish\\\" \\\\ blue\\n\\t{0} ü\" }", "red \"ish\" \\ blue\n\t{0} ü" },
        { "{ type: string, default: '' }", "" },
        { "{ type: string, default: 'null' }", null },
        { "{ type: string, default: null }", null },
        { "{ type: string, format: byte, default: AAEC }", new byte[] { 0, 1, 2 } },
        { "{ type: string, format: base64url, default: -_8 }", new byte[] { 251, 255 } },
        { "{ type: string, format: byte, default: '?' }", null },
    };

    [Theory]
    [MemberData(nameof(Defaults))]
    public void Is_set(string schema, object? expected) => Assert.Equal(expected, ValueOf(schema));

    [Theory]
    [InlineData("{ type: string, enum: [ open, on-hold, 'not yet' ], default: 'not yet' }", 2)]
    [InlineData("{ type: string, enum: [ abc, ABC ], default: ABC }", 1)]
    [InlineData("{ type: string, enum: [ abc, '' ], default: '' }", 1)]
    [InlineData("{ type: string, enum: [ abc ], default: Abc }", 0)]
    public void Of_an_enum_is_set(string schema, int expected) => Assert.Equal(expected, (int)ValueOf(schema)!);

    [Theory]
    [InlineData("{ type: string, format: time, default: '08:30:00.25' }", DateTimeKind.Unspecified)]
    [InlineData("{ type: string, format: time, default: '08:30:00.25Z' }", DateTimeKind.Utc)]
    public void Of_a_time_has_its_fraction(string schema, DateTimeKind kind)
    {
        var value = ((Time)ValueOf(schema)!).DateTime;

        Assert.Equal(new TimeSpan(0, 8, 30, 0, 250), value.TimeOfDay);
        Assert.Equal(kind, value.Kind);
    }

    public static TheoryData<string, object?> Lists => new()
    {
        { "{ type: array, items: { type: string }, default: [ a, 'null', '', 1 ] }", new List<string> { "a", "null", "", "1" } },
        { "{ type: array, items: { type: string }, default: [] }", new List<string>() },
        { "{ type: array, items: { type: string, nullable: true }, default: [ a, null ] }", new List<string> { "a", null! } },
        { "{ type: array, items: { type: integer, nullable: true }, default: [ 1, null, -3 ] }", new List<int?> { 1, null, -3 } },
        { "{ type: array, items: { type: integer, format: int8 }, default: [ -7 ] }", new List<sbyte?> { -7 } },
        { "{ type: array, items: { type: integer, format: int64 }, default: [ 9223372036854775807 ] }", new List<long?> { long.MaxValue } },
        { "{ type: array, items: { type: number, format: decimal }, default: [ 1.50 ] }", new List<decimal?> { 1.50m } },
        { "{ type: array, items: { type: string, format: date }, default: [ 2024-02-29 ] }", new List<Date?> { new Date(2024, 2, 29) } },
        { "{ type: array, items: { type: string, format: duration }, default: [ P1D ] }", new List<TimeSpan?> { TimeSpan.FromDays(1) } },
        { "{ type: array, items: { type: string, format: byte }, default: [ AAEC ] }", new List<byte[]> { new byte[] { 0, 1, 2 } } },
        { "{ type: array, items: { type: object, properties: { a: { type: string } } }, default: [] }", 0 },
        { "{ type: array, items: { type: integer }, default: [ 1, two ] }", null },
        { "{ type: array, items: { type: object, properties: { a: { type: string } } }, default: [ { a: b } ] }", null },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void Of_a_list_is_set(string schema, object? expected)
    {
        var value = ValueOf(schema);
        Assert.Equal(expected, expected is int ? ((System.Collections.ICollection)value!).Count : value);
    }

    [Fact]
    public void Of_a_list_is_another_list_for_each_object() =>
        Assert.NotSame(ValueOf("{ type: array, items: { type: string }, default: [ a ] }"), ValueOf("{ type: array, items: { type: string }, default: [ a ] }"));

    [Fact]
    public void Of_a_list_of_enums_is_set() =>
        Assert.Equal(["Two", "One"], ((System.Collections.IEnumerable)ValueOf("{ type: array, items: { type: string, enum: [ one, two ] }, default: [ two, one ] }")!).Cast<object>().Select(value => value.ToString()));

    [Fact]
    public void Of_a_property_that_a_base_has_counts_for_the_class_that_says_it()
    {
        var client = ValueClient.OfComponents(
            """
            Holder: { type: object, properties: { value: { $ref: '#/components/schemas/Van' } } }
            Car: { type: object, properties: { doors: { type: integer, default: 4 }, fuel: { type: string } } }
            Van: { allOf: [ { $ref: '#/components/schemas/Car' }, { type: object, properties: { doors: { type: integer, default: 5 }, fuel: { type: string, enum: [ oil, gas ], default: gas } } } ] }
            """);
        var van = client.New("Van");

        Assert.Equal(5, van.GetType().GetProperty("Doors")!.GetValue(van));
        Assert.Equal("gas", van.GetType().GetProperty("Fuel")!.GetValue(van));
        Assert.Equal(4, client.New("Van").GetType().BaseType is { } car ? car.GetProperty("Doors")!.GetValue(Activator.CreateInstance(car)) : null);
    }

    private static object? ValueOf(string schema)
    {
        var holder = ValueClient.OfSchema(schema).New();
        return holder.GetType().GetProperty("Value")!.GetValue(holder);
    }
}
