using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Preconditions;

/// <summary>With <c>Preconditions="Required"</c> the compiler asks for ETags.</summary>
public sealed class GuardedWriteTests
{
    private const string MissingArgument = "CS7036";

    [Theory]
    [InlineData("await client.Deals[1].Customer.PutAsync(customer);")]
    [InlineData("await client.Deals[1].DeleteAsync();")]
    [InlineData("await client.Deals[1].Count.PostAsync();")]
    [InlineData("client.Deals[1].Customer.ToPutRequestInformation(customer); await Task.Yield();")]
    public void A_guarded_write_without_an_etag_does_not_compile(string statement) =>
        Assert.Equal(MissingArgument, Assert.Single(Compile(statement)).Id);

    [Theory]
    [InlineData("await client.Deals[1].Customer.PutAsync(customer, etag);")]
    [InlineData("await client.Deals[1].DeleteAsync(etag);")]
    [InlineData("client.Deals[1].Customer.ToPutRequestInformation(customer, etag); await Task.Yield();")]
    public void With_an_etag_it_compiles(string statement) => Assert.Empty(Compile(statement));

    [Theory]
    [InlineData("Versioned<Deal> read = await client.Deals[1].GetAsync(); var (deal, version) = read; Deal d = deal; ETag e = version;")]
    [InlineData("Versioned<Deal> made = await client.Deals.PostAsync(new Deal());")]
    [InlineData("Versioned<Deal> written = await client.Deals[1].Customer.PutAsync(customer, etag);")]
    [InlineData("Versioned nothing = await client.Deals[1].DeleteAsync(etag);")]
    [InlineData("Versioned<int> number = await client.Deals[1].Count.PostAsync(etag);")]
    [InlineData("Versioned<System.IO.Stream> letter = await client.Deals[1].Letter.GetAsync();")]
    public void What_returns_a_version_gives_it_to_the_caller(string statement) => Assert.Empty(Compile(statement));

    [Theory]
    [InlineData("Versioned<Deal> read = await client.Deals[1].GetVersionedAsync();")]
    [InlineData("Versioned<Deal> made = await client.Deals.PostVersionedAsync(new Deal());")]
    [InlineData("Versioned<System.IO.Stream> letter = await client.Deals[1].Letter.GetVersionedAsync(cancellationToken: default);")]
    public void It_has_the_name_too_that_it_has_in_other_modes_and_with_other_engines(string statement) => Assert.Empty(Compile(statement));

    [Theory]
    [InlineData("System.Collections.Generic.List<string>? notes = await client.Deals[1].Notes.PostAsync(new() { \"x\" });")]
    [InlineData("await client.Deals[1].Notes.PostAsync(new() { \"x\" }, etag);")]
    [InlineData("await client.Deals[1].Notes.PostAsync(new() { \"x\" }, null);")]
    public void An_optional_If_Match_is_an_optional_argument(string statement) => Assert.Empty(Compile(statement));

    [Fact]
    public void A_write_below_a_read_that_returns_an_etag_is_in_its_version_scope()
    {
        var source = GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.Document).Sources["Client.Api.Deals.Item.Customer.CustomerRequestBuilder.Preconditions.g.cs"];

        Assert.Contains("[VersionScope(\"/deals/{deal-id}\")]", source, StringComparison.Ordinal);
        Assert.Contains("isGuarded: true, versionScope: \"/deals/{deal-id}\"", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_exempts_a_write_of_a_document_that_nobody_can_edit()
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.Document.With("PreconditionExempt", "POST /deals/{deal-id}/count|PUT /deals/{deal-id}/customer"));

        Assert.Empty(run.Compile(FinanceApi.Consumer("await client.Deals[1].Count.PostAsync(); await client.Deals[1].Customer.PutAsync(customer);")));
    }

    [Theory]
    [InlineData("parameters: [ { name: If-Match, in: header, required: true, schema: { type: string } } ],", "headers: { ETag: { schema: { type: string } } },", false, false)]
    [InlineData("", "headers: { ETag: { schema: { type: string } } },", true, false)]
    [InlineData("", "", false, true)]
    public void Where_nobody_says_which_writes_are_guarded_the_document_shows_it(string header, string versions, bool isGuarded, bool isTold)
    {
        var document = FinanceApi.With($$"""
            openapi: 3.0.3
            info: { title: Finance, version: '1' }
            servers: [ { url: https://finance.example.org } ]
            x-suppress: [SIE2009, SIE2010, SIE2014, SIE2015]
            paths:
              /deals:
                post: { responses: { '204': { description: ok } } }
              /deals/{deal-id}:
                parameters: [ { name: deal-id, in: path, required: true, schema: { type: integer } } ]
                get: { responses: { '200': { description: ok, {{versions}} content: { application/json: { schema: { type: string } } } } } }
                put: { {{header}} responses: { '204': { description: ok } } }
            """);

        var run = GeneratorRun.Of(TargetPlatform.Net100, document);

        Assert.Equal(isGuarded, run.Sources.ContainsKey("Client.Api.Deals.DealsRequestBuilder.Preconditions.g.cs"));
        Assert.Equal(isTold, run.Diagnostics.Any(diagnostic => diagnostic.Id == "SIE2022"));
        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    [Theory]
    [InlineData("x-if-match-default: declared\n", "")]
    [InlineData("", "Declared")]
    public void By_the_rule_of_what_is_declared_other_writes_are_free(string mark, string rule)
    {
        var text = FinanceApi.Text.Replace("              x-if-match: none\n", "", StringComparison.Ordinal).Replace("openapi: 3.0.3\n", "openapi: 3.0.3\n" + mark, StringComparison.Ordinal);
        var document = rule.Length == 0 ? FinanceApi.With(text) : FinanceApi.With(text).With("PreconditionRule", rule);

        var run = GeneratorRun.Of(TargetPlatform.Net100, document);

        Assert.Empty(run.Compile(FinanceApi.Consumer("await client.Deals.PostAsync(new Deal()); await client.Deals[1].Customer.PutAsync(customer, etag);")));
        Assert.Equal(MissingArgument, Assert.Single(run.Compile(FinanceApi.Consumer("await client.Deals[1].Customer.PutAsync(customer);"))).Id);
    }

    [Fact]
    public void Every_write_is_guarded_where_the_document_says_so()
    {
        var text = FinanceApi.Text.Replace("      x-if-match: none\n", "", StringComparison.Ordinal).Replace("openapi: 3.0.3\n", "openapi: 3.0.3\nx-if-match-default: all\n", StringComparison.Ordinal);

        var run = GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.With(text));

        Assert.Equal(MissingArgument, Assert.Single(run.Compile(FinanceApi.Consumer("await client.Deals.PostAsync(new Deal());"))).Id);
        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.Id == "SIE2009" && diagnostic.Severity == DiagnosticSeverity.Warning && LineOf(diagnostic, text).Contains("post:", StringComparison.Ordinal));
    }

    [Fact]
    public void A_write_whose_etag_no_read_returns_is_reported_at_its_line()
    {
        var text = FinanceApi.Text.Replace("headers: { ETag:", "headers: { Other:", StringComparison.Ordinal);

        var run = GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.With(text));

        Assert.Contains(run.Diagnostics, diagnostic => diagnostic.Id == "SIE2010" && LineOf(diagnostic, text).Contains("put:", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_runtime_package_the_error_names_it()
    {
        var run = GeneratorRun.WithoutRuntime(TargetPlatform.Net100, FinanceApi.Document);

        var error = Assert.Single(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal("SIE2004", error.Id);
        Assert.Contains("SieSmart.Runtime", error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mode_that_there_is_not_is_an_error() =>
        Assert.Equal("SIE2003", Assert.Single(GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.Document.With("Preconditions", "Maybe")).Diagnostics).Id);

    [Fact]
    public void Operations_can_be_left_out()
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.Document.With("ExcludePaths", "DELETE /deals/*|/deals/{deal-id}/letter"));

        Assert.DoesNotContain(run.Sources.Keys, name => name.Contains("Letter", StringComparison.Ordinal));
        Assert.DoesNotContain(run.Sources.Values, source => source.Contains("DeleteAsync", StringComparison.Ordinal));
        Assert.Contains(run.Sources.Values, source => source.Contains("class CustomerRequestBuilder", StringComparison.Ordinal));
    }

    private static string LineOf(Diagnostic diagnostic, string text) => text.Split('\n')[diagnostic.Location.GetLineSpan().StartLinePosition.Line];

    private static IReadOnlyList<Diagnostic> Compile(string statement) =>
        GeneratorRun.Of(TargetPlatform.Net100, FinanceApi.Document).Compile(FinanceApi.Consumer(statement));
}
