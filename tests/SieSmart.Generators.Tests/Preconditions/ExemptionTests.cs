using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Preconditions;

/// <summary>An exemption frees the write that it is meant for, and no other.</summary>
public sealed class ExemptionTests
{
    private const string MissingArgument = "CS7036";
    private const string CreateWithoutETag = "await client.Deals.PostAsync(new Deal());";
    private const string ChangeWithoutETag = "await client.Deals[1].Customer.PutAsync(customer);";

    [Theory]
    [InlineData("required")]
    [InlineData("optional")]
    [InlineData("non")]
    public void A_mark_other_than_none_exempts_nothing(string mark)
    {
        var text = FinanceApi.Text.Replace("x-if-match: none", "x-if-match: " + mark, StringComparison.Ordinal);

        Assert.Equal(MissingArgument, OnlyErrorOf(FinanceApi.With(text).With("PreconditionRule", "All"), CreateWithoutETag));
    }

    [Theory]
    [InlineData("POST /deals/{deal-id}/count")]
    [InlineData("POST /deals/{deal-id}/customer")]
    [InlineData("PUT /deals/{deal-id}")]
    [InlineData("PUT /deals/{deal-id}/customer/*")]
    public void Metadata_that_names_another_operation_exempts_nothing(string exempt) =>
        Assert.Equal(MissingArgument, OnlyErrorOf(FinanceApi.Document.With("PreconditionExempt", exempt), ChangeWithoutETag));

    private static string OnlyErrorOf(OpenApiDocument document, string statement) =>
        Assert.Single(GeneratorRun.Of(TargetPlatform.Net100, document).Compile(FinanceApi.Consumer(statement))).Id;
}
