using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Preconditions;

/// <summary>What the vendor has not documented can't be used by accident.</summary>
public sealed class ProvenanceTests
{
    private const string UseOfGuess = "customer.Guess = \"x\"; await Task.Yield();";

    public static TheoryData<string> Targets => [.. TargetPlatform.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Using_an_inferred_property_is_an_error(string target) =>
        Assert.Equal("SIE9001", Assert.Single(GeneratorRun.Of(TargetPlatform.Named(target), FinanceApi.Document).Compile(FinanceApi.Consumer(UseOfGuess))).Id);

    [Fact]
    public void Opting_in_makes_it_usable() =>
        Assert.Empty(Compile("#pragma warning disable SIE9001\n" + FinanceApi.Consumer(UseOfGuess)));

    [Fact]
    public void Using_a_documented_property_is_fine() =>
        Assert.Empty(Compile(FinanceApi.Consumer("customer.Name = \"x\"; await Task.Yield();")));

    [Fact]
    public void Using_an_inferred_operation_is_an_error()
    {
        var text = FinanceApi.Text.Replace("      operationId: putCustomer\n", "      operationId: putCustomer\n      x-provenance: inferred\n", StringComparison.Ordinal);

        var errors = GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.With(text)).Compile(FinanceApi.Consumer("await client.Deals[1].Customer.PutAsync(customer, etag);"));

        Assert.Equal("SIE9001", Assert.Single(errors).Id);
    }

    [Fact]
    public void Metadata_says_what_holds_for_a_document_without_marks()
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.Document.With("ProvenanceDefault", "Inferred"));

        Assert.All(run.Compile(FinanceApi.Consumer("customer.Name = \"x\"; await Task.Yield();")), error => Assert.Equal("SIE9001", error.Id));
        Assert.NotEmpty(run.Compile(FinanceApi.Consumer("customer.Name = \"x\"; await Task.Yield();")));
    }

    [Fact]
    public void Known_values_of_an_open_list_are_constants() =>
        Assert.Empty(Compile(FinanceApi.Consumer("string a = Deal_status.Accepted + Deal_status.MoreInformation; const string b = Deal_status.Accepted; _ = a + b; await Task.Yield();")));

    [Fact]
    public void A_property_added_to_the_document_appears_on_the_model()
    {
        var text = FinanceApi.Text.Replace("        name: { type: string }\n", "        name: { type: string }\n        vatNumber: { type: string }\n", StringComparison.Ordinal);

        Assert.Empty(GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.With(text)).Compile(FinanceApi.Consumer("customer.VatNumber = \"x\"; await Task.Yield();")));
    }

    private static IReadOnlyList<Microsoft.CodeAnalysis.Diagnostic> Compile(string source) =>
        GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.Document).Compile(source);
}
