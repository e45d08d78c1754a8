using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using SieSmart.Runtime.DirectJson;

namespace DirectJson.Tests;

/// <summary>What is written by a shorter way than System.Text.Json's is the same.</summary>
public sealed class WriterTests
{
    private static readonly JsonEncodedText Name = JsonEncodedText.Encode("value");

    [Fact]
    public void Writes_a_decimal_as_System_Text_Json_does()
    {
        var random = new Random(12);
        List<decimal> values =
        [
            0m, 0.0m, 0.00m, -0.0m, 1m, -1m, 0.1m, 0.000_000_1m, 12_345.60m, -12_345.60m, 1_000_000_000_000m, ulong.MaxValue, (decimal)ulong.MaxValue + 1,
            decimal.MaxValue, decimal.MinValue, new decimal(1, 0, 0, isNegative: false, 28), new decimal(-1, -1, 0, isNegative: false, 28), new decimal(-1, -1, -1, isNegative: true, 28),
        ];
        for (var made = 0; made < 20_000; made++)
        {
            var isShort = random.Next(2) == 0;
            values.Add(new decimal(random.Next(int.MinValue, int.MaxValue), isShort ? 0 : random.Next(int.MinValue, int.MaxValue), random.Next(4) == 0 ? random.Next() : 0, random.Next(4) == 0, (byte)random.Next(29)));
        }

        Assert.All(values, value => Assert.Equal(Written(writer => writer.WriteNumber(Name, value)), Written(writer => DirectJsonWriter.Write(writer, Name, value))));
        Assert.All(values, value => Assert.Equal(Written(writer => writer.WriteNumber(Name, value)), Written(writer =>
        {
            writer.WritePropertyName(Name);
            DirectJsonWriter.WriteValue(writer, (decimal?)value);
        })));
    }

    [Fact]
    public void Writes_a_date_as_System_Text_Json_does()
    {
        var values = Enumerable.Range(0, DateOnly.MaxValue.DayNumber / 7).Select(week => DateOnly.FromDayNumber(week * 7)).Append(DateOnly.MaxValue);

        Assert.All(values, value => Assert.Equal(
            Written(writer => writer.WriteString(Name, value.ToString("O", CultureInfo.InvariantCulture))),
            Written(writer => DirectJsonWriter.Write(writer, Name, new Date(value.Year, value.Month, value.Day)))));
    }

    private static string Written(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
