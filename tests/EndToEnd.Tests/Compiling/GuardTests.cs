using EndToEnd.Tests.Engines;
using Microsoft.CodeAnalysis;

namespace EndToEnd.Tests.Compiling;

/// <summary>What the compiler stops, with the analyzers that the runtime package brings, against the client as it is built.</summary>
public sealed class GuardTests
{
    private const string Start = """
        using SieSmart;
        using SieSmart.Client;
        using SieSmart.Models;
        using SieSmart.Runtime;

        using var client = new SieSmartClient(new SieSmartClientOptions());
        var (_, etag) = await client.Proposals[42].GetVersionedAsync();

        """;

    public static TheoryData<string, string> Writes => new()
    {
        { "await client.Proposals[42].Customer.PutAsync(", "new Customer()" },
        { "await client.Proposals[42].Customer.BankAccount.PostAsync(", "new BankAccount()" },
        { "await client.Proposals[42].Assets.PostAsync(", "new List<Asset>()" },
        { "await client.Proposals[42].Calculation.PutAsync(", "new Calculation()" },
        { "await client.Proposals[42].Decision.PostAsync(", "new DecisionRequest()" },
        { "client.Proposals[42].Customer.ToPutRequestInformation(", "new Customer()" },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_without_an_ETag_does_not_compile(string call, string body)
    {
        var diagnostics = await AnalyzedSnippet.CheckAsync($"{Start}{call}{body});", TestContext.Current.CancellationToken);

        var error = Assert.Single(diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(MissingETag.Error, error.Id);
        Assert.Contains(MissingETag.Named, error.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_with_an_ETag_compiles(string call, string body) =>
        Assert.Empty(await AnalyzedSnippet.CheckAsync($"{Start}{call}{body}, etag);", TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_first_write_needs_no_ETag() => Assert.Empty(await AnalyzedSnippet.CheckAsync(
        $"{Start}await client.Proposals.Proposal.PostVersionedAsync(new ProposalCreate {{ OfficeId = 1 }}, cancellationToken: default); _ = etag;",
        TestContext.Current.CancellationToken));

    [Fact]
    public void An_ETag_is_no_string()
    {
        var error = Assert.Single(CSharpSnippet.Compile(
            $"""{Start}await client.Proposals[42].Customer.PutAsync(new Customer(), "2025-01-01T00:00:00.000Z"); _ = etag;"""));

        Assert.Equal("CS1503", error.Id);
    }

    [Fact]
    public void An_undocumented_property_compiles_for_who_opts_in() =>
        Assert.Empty(CSharpSnippet.Compile("""
            using SieSmart.Models;
            #pragma warning disable SIE9001
            _ = new Customer { CompanyName = "Smith Ltd" };
            """));

    [Fact]
    public void A_documented_property_needs_no_opt_in() =>
        Assert.Empty(CSharpSnippet.Compile("using SieSmart.Models; _ = new ProposalCreate { OfficeId = 1, Label = \"Desktops\" };"));
}
