using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using SieSmart.Generators.Tests.Compiling;
using TestSupport;

namespace SieSmart.Generators.Tests.Diagnostics;

/// <summary>Every diagnostic has a page, and links to it.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string, string> Rules => [.. File.ReadLines(RepositoryFiles.PathOf("generators/SieSmart.Generators/AnalyzerReleases.Unshipped.md"))
        .Where(line => line.StartsWith("SIE", StringComparison.Ordinal))
        .Select(line => line.Split('|'))
        .Select(columns => (columns[0].Trim(), columns[3].Trim()))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_page_with_its_title(string id, string title) =>
        Assert.Equal($"# {id}: {title}", File.ReadLines(RepositoryFiles.PathOf("docs/rules", id + ".md")).First());

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_links_to_its_page(string id, string title)
    {
        var rules = (IEnumerable<DiagnosticDescriptor>)typeof(OpenApiClientGenerator).Assembly.GetType("SieSmart.Generators.Diagnostics.DiagnosticRules", throwOnError: true)!.GetProperty("All")!.GetValue(null)!;
        var rule = rules.Single(rule => string.Equals(rule.Id, id, StringComparison.Ordinal));

        Assert.Equal(title, rule.Title.ToString(CultureInfo.InvariantCulture));
        Assert.True(File.Exists(PageAt(rule.HelpLinkUri)), $"{rule.HelpLinkUri} leads to no file of the repository.");
        Assert.Equal(id + ".md", Path.GetFileName(rule.HelpLinkUri));
    }

    [Fact]
    public void Use_of_an_inferred_member_links_to_its_page()
    {
        var run = GeneratorRun.Of(TargetPlatform.Net100, new OpenApiDocument("/consumer/api.yaml", """
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: { /x: { get: { x-provenance: inferred, responses: { '200': { description: ok } } } } }
            """));
        var use = Assert.Single(run.Compile("class Caller { object Call(ApiSdk.ApiClient client) => client.X.GetAsync(); }"));

        Assert.Equal("SIE9001", use.Id);
        Assert.Contains("The vendor has not documented it: the server may ignore it", use.GetMessage(null), StringComparison.Ordinal);
        Assert.True(File.Exists(PageAt(use.Descriptor.HelpLinkUri)), $"{use.Descriptor.HelpLinkUri} leads to no file of the repository.");
    }

    [Theory]
    [InlineData("netstandard2.0", true)]
    [InlineData("net8.0", false)]
    [InlineData("net10.0", true)]
    public void Use_of_an_inferred_member_is_told_in_our_words_where_the_attribute_has_any(string target, bool isTold)
    {
        var run = GeneratorRun.Of(TargetPlatform.Named(target), new OpenApiDocument("/consumer/api.yaml", """
            openapi: 3.0.3
            info: { title: T, version: '1' }
            paths: { /x: { get: { x-provenance: inferred, responses: { '200': { description: ok } } } } }
            """));

        Assert.Equal(isTold, Assert.Single(run.Compile("class Caller { object Call(ApiSdk.ApiClient client) => client.X.GetAsync(); }")).GetMessage(null).Contains("The vendor has not documented it", StringComparison.Ordinal));
    }

    /// <summary>The file of the repository that an address on its site shows.</summary>
    private static string PageAt(string address)
    {
        var root = typeof(RulePageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RulePagesUrl").Value!;
        Assert.StartsWith(root, address, StringComparison.Ordinal);
        return RepositoryFiles.PathOf(root[(root.IndexOf("/blob/main/", StringComparison.Ordinal) + "/blob/main/".Length)..] + address[root.Length..]);
    }
}
