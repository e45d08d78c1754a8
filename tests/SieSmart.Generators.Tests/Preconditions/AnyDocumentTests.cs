using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;
using TestSupport.Markdown;

namespace SieSmart.Generators.Tests.Preconditions;

/// <summary>What docs/any-openapi-document.md shows is true: a vendor's document works by metadata alone.</summary>
public sealed class AnyDocumentTests
{
    private static readonly MarkdownPage Page = new("docs/any-openapi-document.md");

    [Fact]
    public void The_item_of_the_page_makes_the_calls_of_the_page_compile() => Assert.Empty(Compile(Document, Block("csharp", 0)));

    [Fact]
    public void A_guarded_write_without_an_etag_does_not() => Assert.Equal("CS7036", Assert.Single(Compile(Document, Block("csharp", 1))));

    [Fact]
    public void The_document_is_clean_but_for_the_exemption_that_overrides_it() =>
        Assert.Equal(["SIE2012"], Run(Document).Diagnostics.Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info).Select(diagnostic => diagnostic.Id));

    [Fact]
    public void Without_the_exemption_what_it_frees_is_guarded()
    {
        const string Search = "await client.Orders.Search.PostAsync(new SearchPostRequestBody());";

        Assert.Empty(Compile(Document, Search));
        Assert.Equal("CS7036", Assert.Single(Compile(Document, Search, without: "PreconditionExempt")));
    }

    [Fact]
    public void By_the_rule_all_a_write_that_declares_nothing_is_guarded_and_by_that_of_the_document_it_is_not()
    {
        const string Create = "await client.Orders.PostAsync(new Order());";

        Assert.Equal("CS7036", Assert.Single(Compile(Document.With("PreconditionRule", "All"), Create)));
        Assert.Empty(Compile(Document, Create, without: "PreconditionRule"));
    }

    [Fact]
    public void The_version_scope_is_what_the_item_says() =>
        Assert.Contains(Run(Document).Sources.Values, source => source.Contains("[VersionScope(\"/orders/{orderId}\")]", StringComparison.Ordinal) && source.Contains("DeleteAsync(ETag ifMatch", StringComparison.Ordinal));

    [Fact]
    public void Provenance_by_default_makes_every_use_opt_in() =>
        Assert.Contains("SIE9001", Compile(Document.With("ProvenanceDefault", "Inferred"), "await client.Orders.PostAsync(new Order());"));

    [Theory]
    [InlineData("{ type: string }", "ETag? ifMatch = default")]
    [InlineData("{ type: string }, required: true", "ETag ifMatch")]
    public void Every_If_Match_of_a_write_is_an_argument(string schema, string parameter)
    {
        foreach (var verb in new[] { "post", "put", "patch", "delete" })
        {
            var document = new OpenApiDocument("/consumer/one.yaml", $$"""
                openapi: 3.0.3
                info: { title: One, version: '1' }
                paths:
                  /one:
                    {{verb}}:
                      parameters: [ { name: if-match, in: header, schema: {{schema}} } ]
                      responses: { '204': { description: ok } }
                """).With("PreconditionRule", "Declared");

            Assert.Contains(Run(document).Sources.Values, source => source.Contains(parameter, StringComparison.Ordinal));
        }
    }

    private static OpenApiDocument Document => Read(without: null);

    private static OpenApiDocument Read(string? without)
    {
        var item = XElement.Parse(Block("xml", 0));
        var document = new OpenApiDocument("/consumer/" + item.Attribute("Include")!.Value, Block("yaml", 0));
        return item.Attributes()
            .Where(attribute => attribute.Name.LocalName is not "Include" && attribute.Name.LocalName != without)
            .Aggregate(document, (current, attribute) => current.With(attribute.Name.LocalName, attribute.Value));
    }

    private static string Block(string language, int index) => Page.Blocks(language)[index];

    private static GeneratorRun Run(OpenApiDocument document) => GeneratorRun.Of(TargetPlatform.Net100, document);

    private static List<string> Compile(OpenApiDocument document, string statements, string? without = null)
    {
        var source = "using System; using System.Threading.Tasks; using Orders; using Orders.Models; using Orders.Orders.Search; using SieSmart.Runtime;\n" +
            "internal static class Consumer { public static async Task Run(OrdersClient client, Guid id) { " + statements + "\n } }";
        return [.. Run(without is null ? document : Read(without)).Compile(source).Select(diagnostic => diagnostic.Id)];
    }
}
