using System.Text.Json;
using DirectJson.Tests.Clients;
using DirectJson.Tests.Equivalence;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace DirectJson.Tests;

/// <summary>A date is what its format says, whatever machine reads it, or it is unreadable.</summary>
[Collection(nameof(Alone))]
public sealed class DateTests
{
    private const string Moment = "{ type: string, format: date-time }";
    private const string Day = "{ type: string, format: date }";
    private const string Clock = "{ type: string, format: time }";
    private const string Duration = "{ type: string, format: duration }";

    [Theory]
    [InlineData("2026-03-02T09:08:07Z", "2026-03-02T09:08:07+00:00")]
    [InlineData("2026-03-02t09:08:07z", "2026-03-02T09:08:07+00:00")]
    [InlineData("2026-03-02 09:08:07+01:00", "2026-03-02T09:08:07+01:00")]
    [InlineData("2026-03-02T09:08:07.25-08:30", "2026-03-02T09:08:07.25-08:30")]
    [InlineData("2026-03-02T09:08:07.123456789Z", "2026-03-02T09:08:07.1234567+00:00")]
    [InlineData("2026-03-02T09:08:07+16:00", "2026-03-01T17:08:07+00:00")] // No moment of .NET has such an offset, but it can hold the moment.
    [InlineData("2026-03-02T09:08:07", "2026-03-02T09:08:07+00:00")]
    [InlineData("0001-01-01T00:00:00", "0001-01-01T00:00:00+00:00")]
    [InlineData("0001-01-01T00:00:00+01:00", "0001-01-01T00:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59-01:00", "9999-12-31T23:59:59+00:00")]
    public void Reads_a_moment(string text, string written) => Assert.Equal($"\"{written}\"", Through(Moment, text));

    [Theory]
    [InlineData("02.01.2026")]
    [InlineData("01/02/2026")]
    [InlineData("2026-01-02")]
    [InlineData("2026-1-2T09:08:07Z")]
    [InlineData("2026-02-30T09:08:07Z")]
    [InlineData("2026-03-02T24:00:00Z")]
    [InlineData("2026-03-02T09:08:07.Z")]
    [InlineData("2026-03-02T09:08:07+0100")]
    [InlineData("2026-03-02T09:08:07 ")]
    [InlineData("Mon, 02 Mar 2026 09:08:07 GMT")]
    [InlineData("20260302T090807Z")]
    [InlineData("1772442487")]
    [InlineData("tomorrow")]
    public void Refuses_what_is_no_moment(string text) => Assert.Equal("throws JsonException", Through(Moment, text));

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2024-02-29")]
    public void Reads_a_day(string text) => Assert.Equal($"\"{text}\"", Through(Day, text));

    [Theory]
    [InlineData("02.01.2026")]
    [InlineData("02/03/2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-3-2")]
    [InlineData("26-03-02")]
    [InlineData(" 2026-03-02")]
    [InlineData("2026-03-02T00:00:00Z")]
    [InlineData("20260302")]
    [InlineData("0000-00-00")]
    [InlineData("May 2026")]
    [InlineData("09:08:07")]
    public void Refuses_what_is_no_day(string text) => Assert.Equal("throws JsonException", Through(Day, text));

    [Theory]
    [InlineData("09:08:07", "09:08:07")]
    [InlineData("09:08:07.5", "09:08:07.5")]
    [InlineData("23:59:59.9999999", "23:59:59.9999999")]
    [InlineData("09:08:07.1234567891", "09:08:07.1234567")]
    [InlineData("08:30:00Z", "08:30:00Z")]
    [InlineData("08:30:00.25Z", "08:30:00.25Z")]
    [InlineData("08:30:00+02:00", "06:30:00Z")]
    [InlineData("01:00:00+02:00", "23:00:00Z")]
    public void Reads_a_time_of_day(string text, string written) => Assert.Equal($"\"{written}\"", Through(Clock, text));

    [Theory]
    [InlineData("9:08:07")]
    [InlineData("09:08")]
    [InlineData("24:00:00")]
    [InlineData("9 am")]
    [InlineData("2026-03-02T09:08:07")]
    [InlineData("09:08:07.")]
    public void Refuses_what_is_no_time_of_day(string text) => Assert.Equal("throws JsonException", Through(Clock, text));

    [Theory]
    [InlineData("P4W", "P28D")]
    [InlineData("P1D", "P1D")]
    [InlineData("PT1M", "PT1M")]
    [InlineData("P1DT2H3M4.5S", "P1DT2H3M4.5S")]
    [InlineData("-PT1.5S", "-PT1.5S")]
    [InlineData("PT1.5H", "PT1H30M")]
    [InlineData("PT0,5M", "PT30S")]
    [InlineData("P0Y0M3D", "P3D")]
    [InlineData("PT36H", "P1DT12H")]
    [InlineData("01:30:00", "PT1H30M")]
    [InlineData("1.02:03:04.5", "P1DT2H3M4.5S")]
    public void Reads_a_duration(string text, string written) => Assert.Equal($"\"{written}\"", Through(Duration, text));

    [Theory]
    [InlineData("P1Y2M")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("P1Y2M3DT4H5M6S")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1.5DT1H")]
    [InlineData("PT1M1H")]
    [InlineData("P99999999999D")]
    [InlineData("P99999999999999999999999999D")]
    [InlineData("5")]
    [InlineData("four weeks")]
    public void Refuses_a_duration_of_no_certain_length(string text) => Assert.Equal("throws JsonException", Through(Duration, text));

    [Fact]
    public void Says_which_property_it_was()
    {
        var exception = Assert.ThrowsAny<JsonException>(() => ValueClient.OfComponents(
            """
            Holder: { type: object, properties: { value: { type: array, items: { $ref: '#/components/schemas/Event' } } } }
            Event: { type: object, properties: { at: { type: string, format: date-time } } }
            """).Read(JsonEngine.Direct, """{"value":[{"at":"2026-03-02T09:08:07Z"},{"at":"02.01.2026"}]}"""));

        Assert.Contains("$.value[1].at", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("02.01", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""["2026-03-02",null]""", Day)]
    [InlineData("""["09:08:07.5",null]""", Clock)]
    [InlineData("""["P28D",null]""", Duration)]
    public void Reads_lists_of_them(string json, string items) =>
        Assert.Equal(json, ValueClient.OfSchema($"{{ type: array, items: {items} }}").Through(JsonEngine.Direct, json));

    [Fact]
    public void Refuses_a_list_with_one_that_is_none() =>
        Assert.Equal("throws JsonException", ValueClient.OfSchema($"{{ type: array, items: {Day} }}").Through(JsonEngine.Direct, """["2026-03-02","02.03.2026"]"""));

    [Theory]
    [InlineData("\"2026-03-02T09:08:07+00:00\"")]
    [InlineData("\"2026-03-02\"")]
    [InlineData("\"09:08:07\"")]
    [InlineData("\"P28D\"")]
    [InlineData("\"02.01.2026\"")]
    [InlineData("\"\"")]
    public void Alternatives_of_a_union_are_told_apart(string json) =>
        Assert.Equal(json, ValueClient.OfSchema($"{{ oneOf: [ {Moment}, {Day}, {Clock}, {Duration}, {{ type: boolean }} ] }}").Through(JsonEngine.Direct, json));

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Los_Angeles")]
    public void Reads_the_same_in_every_zone(string zone)
    {
        var client = ValueClient.OfSchema(Moment);
        using var _ = new MachineZone(zone);

        Assert.Equal("\"2026-07-02T09:08:07+00:00\"", client.Through(JsonEngine.Direct, "\"2026-07-02T09:08:07\""));
        Assert.Equal("\"0001-01-01T00:00:00+00:00\"", client.Through(JsonEngine.Direct, "\"0001-01-01T00:00:00\""));
        Assert.Equal("\"0001-01-01T00:00:00+00:00\"", client.Through(JsonEngine.Direct, "\"0001-01-01T00:00:00Z\""));
        Assert.Equal("\"06:30:00Z\"", ValueClient.OfSchema(Clock).Through(JsonEngine.Direct, "\"08:30:00+02:00\""));
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", "2026-03-02T09:08:07")]
    [InlineData("Europe/Berlin", "0001-01-01T00:00:00")]
    [InlineData("Europe/Berlin", "2026-03-02")]
    [InlineData("America/Los_Angeles", "9999-12-31T23:59:59")]
    public void Undeclared_dates_without_a_zone_are_written_as_they_came(string zone, string text)
    {
        var client = ValueClient.OfSchema(Moment);
        using var _ = new MachineZone(zone);

        Assert.Equal($$"""{"other":"{{text}}"}""", JsonEngines.Written(JsonEngine.Direct, client.Read(JsonEngine.Direct, $$"""{"other":"{{text}}"}""")));
    }

    [Fact]
    public void A_time_keeps_its_fraction_in_the_property()
    {
        var holder = ValueClient.OfSchema(Clock).Read(JsonEngine.Direct, """{"value":"09:08:07.25"}""");

        Assert.Equal(new TimeSpan(0, 9, 8, 7, 250), ((Time)ValueOf(holder)!).DateTime.TimeOfDay);
    }

    private static string Through(string schema, string text) => ValueClient.OfSchema(schema).Through(JsonEngine.Direct, JsonSerializer.Serialize(text));

    private static object? ValueOf(IParsable holder) => holder.GetType().GetProperty("Value")!.GetValue(holder);

    /// <summary>Moves this machine to another time zone for a while.</summary>
    private sealed class MachineZone : IDisposable
    {
        private const string Variable = "TZ";

        private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

        public MachineZone(string zone)
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows takes its zone from elsewhere.");
            Move(zone);
            Assert.Equal(zone, TimeZoneInfo.Local.Id);
        }

        public void Dispose() => Move(_before);

        private static void Move(string? zone)
        {
            Environment.SetEnvironmentVariable(Variable, zone);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
