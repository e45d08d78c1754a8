using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Diagnostics;

/// <summary>Every diagnostic has a page, and links to it.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string, string> Rules => [.. File.ReadLines(Path.Combine(Repository, "generators/SieSmart.Generators/AnalyzerReleases.Unshipped.md"))
        .Where(line => line.StartsWith("SIE", StringComparison.Ordinal))
        .Select(line => line.Split('|'))
        .Select(columns => (columns[0].Trim(), columns[3].Trim()))];

    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "SieSmart.Generated.sln")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
            }

            return folder.FullName;
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_a_page_with_its_title(string id, string title) =>
        Assert.Equal($"# {id}: {title}", File.ReadLines(Path.Combine(Repository, "docs/rules", id + ".md")).First());

    [Fact]
    public void A_diagnostic_links_to_its_page()
    {
        var diagnostic = Assert.Single(GeneratorRun.Of(TargetPlatform.Net100, new OpenApiDocument("/consumer/empty.yaml", "")).Diagnostics);

        Assert.EndsWith($"docs/rules/{diagnostic.Id}.md", diagnostic.Descriptor.HelpLinkUri, StringComparison.Ordinal);
    }
}
