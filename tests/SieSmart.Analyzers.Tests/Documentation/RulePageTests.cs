using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using SieSmart.Analyzers.Tests.Compiling;
using TestSupport;
using TestSupport.Markdown;

namespace SieSmart.Analyzers.Tests.Documentation;

/// <summary>Each rule has a page whose examples are true.</summary>
public sealed class RulePageTests
{
    public static TheoryData<string> Ids => [.. Rules.Select(rule => rule.Id)];

    public static TheoryData<string, int> WrongExamples => ExamplesOf("Wrong");

    public static TheoryData<string, int> RightExamples => ExamplesOf("Right");

    private static IReadOnlyList<DiagnosticDescriptor> Rules { get; } =
        [.. Consumer.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    [Fact]
    public void All_rules_are_known() => Assert.Equal(
        ["SIE1001", "SIE1002", "SIE1003", "SIE1004", "SIE1005", "SIE1006", "SIE1007", "SIE1008", "SIE1009", "SIE3001", "SIE3002"], Rules.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_with_its_title_and_links_to_it(string id)
    {
        var rule = Rules.Single(rule => string.Equals(rule.Id, id, StringComparison.Ordinal));

        Assert.Equal($"# {id}: {rule.Title}", PageOf(id).Heading);
        Assert.Equal(typeof(RulePageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RulePagesUrl").Value + id + ".md", rule.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(WrongExamples))]
    public async Task A_wrong_example_is_reported(string id, int number) =>
        Assert.Contains(id, (await AnalyzeAsync(id, "Wrong", number)).Select(diagnostic => diagnostic.Id));

    [Theory]
    [MemberData(nameof(RightExamples))]
    public async Task A_right_example_is_not_reported(string id, int number) =>
        Assert.Equal("", string.Join('\n', (await AnalyzeAsync(id, "Right", number)).Select(Finding.Of)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_is_tracked_as_it_is(string id)
    {
        var rule = Rules.Single(rule => string.Equals(rule.Id, id, StringComparison.Ordinal));

        Assert.Contains(
            $"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}",
            RepositoryFiles.ReadLines("generators/SieSmart.Analyzers/AnalyzerReleases.Unshipped.md")
                .Concat(RepositoryFiles.ReadLines("generators/SieSmart.Analyzers/AnalyzerReleases.Shipped.md")));
    }

    [Fact]
    public void The_overview_lists_all_rules()
    {
        var table = new StringBuilder("| Rule | Category | Severity | |\n|---|---|---|---|\n");
        foreach (var (id, category, severity, title) in Rows().OrderBy(row => row.Id, StringComparer.Ordinal))
        {
            table.Append(null, $"| [{id}]({id}.md) | {category} | {severity} | {title} |\n");
        }

        var lines = RepositoryFiles.ReadLines("docs/rules/README.md").Where(line => line.StartsWith('|'));
        Assert.True(
            string.Equals(table.ToString(), string.Concat(lines.Select(line => line + "\n")), StringComparison.Ordinal),
            $"The table in docs/rules/README.md is out of date. It has to be:\n\n{table}");
    }

    [Fact]
    public void Each_page_is_listed() => Assert.Equal(
        Directory.EnumerateFiles(RepositoryFiles.PathOf("docs/rules"), "SIE*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal),
        Rows().Select(row => row.Id).Order(StringComparer.Ordinal));

    // The generator's rules are read from its release tracking, which its build holds to its descriptors. SIE9001 is no rule but an
    // id that generated attributes carry.
    private static IEnumerable<(string Id, string Category, string Severity, string Title)> Rows() =>
    [
        .. Rules.Select(rule => (rule.Id, rule.Category, rule.DefaultSeverity.ToString(), rule.Title.ToString(CultureInfo.InvariantCulture))),
        .. RepositoryFiles.ReadLines("generators/SieSmart.Generators/AnalyzerReleases.Shipped.md")
            .Concat(RepositoryFiles.ReadLines("generators/SieSmart.Generators/AnalyzerReleases.Unshipped.md"))
            .Where(line => line.StartsWith("SIE", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(columns => (columns[0], columns[1], columns[2], columns[3])),
        ("SIE9001", "Provenance", "Error", "Use of a member that the vendor has not documented"),
    ];

    private static TheoryData<string, int> ExamplesOf(string section)
    {
        var data = new TheoryData<string, int>();
        foreach (var rule in Rules)
        {
            var examples = ExamplesOf(rule.Id, section);
            Assert.NotEmpty(examples);
            for (var number = 0; number < examples.Count; number++)
            {
                data.Add(rule.Id, number);
            }
        }

        return data;
    }

    private static async Task<IEnumerable<Diagnostic>> AnalyzeAsync(string id, string section, int number) =>
        await Consumer.AnalyzeAsync(Consumer.Example(ExamplesOf(id, section)[number]));

    private static IReadOnlyList<string> ExamplesOf(string id, string section) => PageOf(id).Section(section).Blocks("csharp");

    private static MarkdownPage PageOf(string id) => new($"docs/rules/{id}.md");
}
