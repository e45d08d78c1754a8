namespace SieSmart.Runtime.Tests;

public sealed class ETagTests
{
    [Theory]
    [InlineData("\"v1\"")]
    [InlineData("W/\"v1\"")]
    [InlineData("\"\"")]
    [InlineData("2026-01-02T03:04:05.678Z")]
    [InlineData("\"2026-01-02T03:04:05.678Z\"")]
    [InlineData("Fri, 02 Jan 2026 03:04:05 GMT")]
    [InlineData("*")]
    [InlineData("W/unquoted")]
    public void Keeps_what_the_server_sent_byte_for_byte(string value)
    {
        Assert.Equal(value, ETag.Parse(value).ToString());
        Assert.True(ETag.TryParse(value, out var etag));
        Assert.Equal(ETag.Parse(value), etag);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" v1", "white space")]
    [InlineData("v1 ", "white space")]
    [InlineData("v1\r\nX-Injected: yes", "index 2")]
    [InlineData("v\t1", "index 1")]
    [InlineData("v1\u007f", "index 2")]
    [InlineData("véritable", "index 1")]
    [InlineData("\"v1\", \"v2\"", "list")]
    [InlineData("\"v1", "quotation mark")]
    [InlineData("v1\"", "quotation mark")]
    [InlineData("\"", "quotation mark")]
    [InlineData("W/\"", "quotation mark")]
    public void Refuses_what_is_no_single_header_value_and_says_why(string value, string why)
    {
        Assert.False(ETag.TryParse(value, out var etag));
        Assert.True(etag.IsMissing);
        Assert.Contains(why, Assert.Throws<FormatException>(() => ETag.Parse(value)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_no_etag()
    {
        Assert.False(ETag.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>(() => ETag.Parse(null!));
    }

    [Fact]
    public void The_default_is_missing_and_prints_nothing()
    {
        Assert.True(default(ETag).IsMissing);
        Assert.Equal(string.Empty, default(ETag).ToString());
        Assert.False(ETag.Any.IsMissing);
        Assert.False(ETag.Parse("\"\"").IsMissing);
    }

    [Theory]
    [InlineData("W/\"v1\"", true, false)]
    [InlineData("\"v1\"", false, false)]
    [InlineData("W/v1", false, false)]
    [InlineData("*", false, true)]
    [InlineData("\"*\"", false, false)]
    public void Tells_weak_tags_and_the_one_that_matches_anything(string value, bool isWeak, bool isAny)
    {
        var etag = ETag.Parse(value);

        Assert.Equal(isWeak, etag.IsWeak);
        Assert.Equal(isAny, etag.IsAny);
        Assert.Equal(isAny, etag == ETag.Any);
    }

    [Fact]
    public void Compares_every_byte()
    {
        Assert.True(ETag.Parse("v1") == ETag.Parse("v1"));
        Assert.Equal(ETag.Parse("v1").GetHashCode(), ETag.Parse("v1").GetHashCode());
        Assert.True(ETag.Parse("v1") != ETag.Parse("V1"));
        Assert.True(ETag.Parse("v1") != ETag.Parse("\"v1\""));
        Assert.False(ETag.Parse("v1").Equals("v1"));
        Assert.Equal(default, default(ETag));
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05.678Z", "2026-01-02T03:04:05.6780000+00:00")]
    [InlineData("\"2026-01-02T03:04:05Z\"", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("W/\"2026-01-02T03:04:05Z\"", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02T03:04:05.123456789Z", "2026-01-02T03:04:05.1234567+00:00")]
    [InlineData("2026-01-02T03:04:05+02:00", "2026-01-02T03:04:05.0000000+02:00")]
    [InlineData("2026-01-02T03:04:05", "2026-01-02T03:04:05.0000000+00:00")]
    [InlineData("2026-01-02T03:04Z", "2026-01-02T03:04:00.0000000+00:00")]
    [InlineData("Fri, 02 Jan 2026 03:04:05 GMT", "2026-01-02T03:04:05.0000000+00:00")]
    public void Reads_the_date_time_that_a_tag_may_be(string value, string expected)
    {
        Assert.True(ETag.Parse(value).TryGetTimestamp(out var timestamp));
        Assert.Equal(expected, timestamp.ToString("o"));
    }

    [Theory]
    [InlineData("12")]
    [InlineData("5.3")]
    [InlineData("\"abc\"")]
    [InlineData("*")]
    [InlineData("2026-13-02T03:04:05Z")]
    public void Sees_no_date_time_in_other_tags(string value) => Assert.False(ETag.Parse(value).TryGetTimestamp(out _));

    [Fact]
    public void A_missing_tag_has_no_date_time() => Assert.False(default(ETag).TryGetTimestamp(out _));
}
