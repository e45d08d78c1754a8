using System.Globalization;

namespace SieSmart.Client.Tests.Proposals;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-5")]
    [InlineData("1,000")]
    [InlineData(" 42")]
    [InlineData("forty-two")]
    [InlineData("9223372036854775808")]
    public void Is_read_from_digits_alone(string? text)
    {
        Assert.False(ProposalId.TryParse(text, out _));
        Assert.False(OfficeId.TryParse(text, out _));
        Assert.False(SalesContactId.TryParse(text, out _));
        Assert.Contains($"'{text}' is no number of a proposal", Assert.Throws<FormatException>(() => ProposalId.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_written_as_it_is_read_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NegativeSign = "minus ";
            CultureInfo.CurrentCulture = culture;

            Assert.Equal("100123", ProposalId.Parse("100123").ToString());
            Assert.Equal("1001", OfficeId.Parse("1001").ToString());
            Assert.Equal("10001001", SalesContactId.Parse("10001001").ToString());
            Assert.Equal("-1", new OfficeId(-1).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
