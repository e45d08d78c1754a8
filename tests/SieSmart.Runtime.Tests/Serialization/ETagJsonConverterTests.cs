using System.Text.Json;

namespace SieSmart.Runtime.Tests.Serialization;

public sealed class ETagJsonConverterTests
{
    [Fact]
    public void Every_etag_that_can_be_revives_byte_for_byte()
    {
        var random = new Random(20260102);
        for (var round = 0; round < 10_000; round++)
        {
            var text = AnyETag(random);

            var etag = ETag.Parse(text);
            var revived = JsonSerializer.Deserialize<Row>(JsonSerializer.Serialize(new Row(7, etag)));

            Assert.Equal(text, etag.ToString());
            Assert.Equal(etag, ETag.Parse(etag.ToString()));
            Assert.Equal(text, revived?.Version.ToString());
        }
    }

    [Fact]
    public void Is_a_plain_string_in_json()
    {
        Assert.Equal("""{"Id":7,"Version":"2026-01-02T03:04:05.678Z"}""", JsonSerializer.Serialize(new Row(7, ETag.Parse("2026-01-02T03:04:05.678Z"))));
        Assert.Equal(ETag.Parse("\"v1\""), JsonSerializer.Deserialize<ETag>("""
            "\"v1\""
            """));
    }

    [Fact]
    public void A_missing_etag_is_null()
    {
        Assert.Equal("""{"Id":7,"Version":null}""", JsonSerializer.Serialize(new Row(7, default)));
        Assert.True(JsonSerializer.Deserialize<Row>("""{"Id":7,"Version":null}""")!.Version.IsMissing);
        Assert.True(JsonSerializer.Deserialize<Row>("""{"Id":7}""")!.Version.IsMissing);
        Assert.True(JsonSerializer.Deserialize<Row>("""{"Id":7,"Version":""}""")!.Version.IsMissing);
        Assert.Null(JsonSerializer.Deserialize<ETag?>("null"));
        Assert.Equal("null", JsonSerializer.Serialize<ETag?>(null));
    }

    [Fact]
    public void Can_be_the_key_of_a_dictionary()
    {
        var byVersion = new Dictionary<ETag, int> { [ETag.Parse("W/\"v1\"")] = 1, [default] = 2 };

        var revived = JsonSerializer.Deserialize<Dictionary<ETag, int>>(JsonSerializer.Serialize(byVersion));

        Assert.Equal(byVersion, revived);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("\" v1\"")]
    [InlineData("\"v1\\r\\nX-Injected: yes\"")]
    [InlineData("\"v\\u00e9\"")]
    public void Refuses_json_that_is_no_etag(string json)
    {
        var exception = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ETag>(json));

        Assert.Contains("ETag", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Visible ASCII and inner spaces, bare, quoted or weak.</summary>
    private static string AnyETag(Random random)
    {
        var characters = new char[random.Next(1, 40)];
        for (var index = 0; index < characters.Length; index++)
        {
            var isInner = index > 0 && index < characters.Length - 1;
            do
            {
                characters[index] = (char)random.Next(isInner ? ' ' : '!', '~' + 1);
            }
            while (characters[index] == '"');
        }

        var text = new string(characters);
        return random.Next(3) switch
        {
            0 => text,
            1 => $"\"{text}\"",
            _ => $"W/\"{text}\"",
        };
    }

    private sealed record Row(int Id, ETag Version);
}
