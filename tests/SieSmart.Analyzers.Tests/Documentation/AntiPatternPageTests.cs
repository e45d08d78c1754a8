using System.Text.RegularExpressions;
using SieSmart.Analyzers.Tests.Compiling;
using TestSupport;
using TestSupport.Markdown;

namespace SieSmart.Analyzers.Tests.Documentation;

/// <summary>What docs/anti-patterns.md shows compiles, and the analyzers say of it what its headings promise.</summary>
public sealed partial class AntiPatternPageTests
{
    private const string Page = "docs/anti-patterns.md";
    private const string Heading = "## ";

    public static TheoryData<string> Sections =>
        [.. RepositoryFiles.ReadLines(Page).Where(line => line.StartsWith(Heading, StringComparison.Ordinal)).Select(line => line[Heading.Length..])];

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task Is_reported_where_a_rule_is_named(string section)
    {
        var rules = Rule().Matches(section).Select(match => match.Value);

        var reported = await AnalyzeAsync(section, example: 0);

        Assert.Equal(rules, reported.Select(finding => finding.Split(' ').First(word => Rule().IsMatch(word))).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task Is_replaced_by_what_nothing_is_said_of(string section) => Assert.Empty(await AnalyzeAsync(section, example: 1));

    private static async Task<IReadOnlyList<string>> AnalyzeAsync(string section, int example)
    {
        var blocks = new MarkdownPage(Page).Section(section).Blocks("csharp");
        Assert.Equal(2, blocks.Count);
        return [.. (await Consumer.AnalyzeAsync(Consumer.Example(blocks[example]))).Select(diagnostic => diagnostic.Id + " " + Finding.Of(diagnostic))];
    }

    [GeneratedRegex("SIE[0-9]{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rule();
}
