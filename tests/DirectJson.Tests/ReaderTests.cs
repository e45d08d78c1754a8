using System.Text;
using System.Text.Json;
using SieSmart.Runtime.DirectJson;

namespace DirectJson.Tests;

/// <summary>What is read by a shorter way than System.Text.Json's is the same.</summary>
public sealed class ReaderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(5000)]
    public void Reads_a_list_of_any_length_and_takes_no_more_room_than_it_needs(int length)
    {
        var reader = Standing(JsonSerializer.Serialize(Enumerable.Range(0, length)));

        var list = DirectJsonReader.ReadList<int?>(ref reader, DirectJsonReader.ReadInt32);

        Assert.Equal(Enumerable.Range(0, length).Cast<int?>(), list);
        Assert.Equal(length, list.Capacity);
        list.Add(length);
        Assert.Equal(length + 1, list.Count);
    }

    [Fact]
    public void Reads_lists_in_lists()
    {
        string[][] rows = [.. Enumerable.Range(0, 40).Select(row => Enumerable.Range(0, row).Select(column => $"{row}/{column}").ToArray())];
        var reader = Standing(JsonSerializer.Serialize(rows));

        var list = DirectJsonReader.ReadList<List<string>>(ref reader, (ref Utf8JsonReader inner) => DirectJsonReader.ReadList<string>(ref inner, DirectJsonReader.ReadString));

        Assert.Equal(rows, list.Select(row => row.ToArray()));
    }

    [Fact]
    public void Reads_a_list_after_one_that_could_not_be_read()
    {
        Assert.ThrowsAny<JsonException>(() =>
        {
            var broken = Standing("""["a", "b", 1]""");
            return DirectJsonReader.ReadList<string>(ref broken, DirectJsonReader.ReadString);
        });
        var reader = Standing("""["c"]""");

        Assert.Equal(["c"], DirectJsonReader.ReadList<string>(ref reader, DirectJsonReader.ReadString));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("a text that is longer than a register of any machine is wide, and longer than two of them, too")]
    [InlineData("\u007f")]
    [InlineData("Käthe")]
    [InlineData("a text that is longer than a register of any machine is wide, with an ä at its very end: ä")]
    [InlineData("\u00ff\u0100\u20ac")]
    [InlineData("𝄞")]
    [InlineData("\"\\/\b\f\n\r\t\u0000")]
    public void Reads_a_text_whatever_is_in_it(string text)
    {
        foreach (var json in new[] { JsonSerializer.Serialize(text), $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" })
        {
            if (text.Any(char.IsControl) && text != "\u007f" && !json.Contains("\\u0000", StringComparison.Ordinal))
            {
                continue;
            }

            var reader = Standing(json);
            Assert.Equal(text, DirectJsonReader.ReadString(ref reader));
        }
    }

    private static Utf8JsonReader Standing(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return reader;
    }
}
