using System.Text.RegularExpressions;
using Documentation.Tests.Pages;
using TestSupport;

namespace Documentation.Tests;

/// <summary>Links from one page to another file of the repository.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. GuidePages.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Lead_somewhere(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var dead = Link().Matches(RepositoryFiles.Read(path))
            .Select(match => match.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !RepositoryFiles.Has(Path.Combine(folder, target)));

        Assert.Empty(dead);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Lead_to_sections_that_are_there(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var dead = Link().Matches(RepositoryFiles.Read(path))
            .Select(match => match.Groups["target"].Value.Split('#'))
            .Where(target => target.Length == 2 && !target[0].Contains("://", StringComparison.Ordinal))
            .Select(target => (Page: target[0].Length == 0 ? path : Path.Combine(folder, target[0]), Section: target[1]))
            .Where(target => target.Page.EndsWith(".md", StringComparison.Ordinal) && !Sections(target.Page).Contains(target.Section, StringComparer.Ordinal));

        Assert.Empty(dead);
    }

    [Fact]
    public void Lead_from_the_readme_to_every_guide()
    {
        var readme = RepositoryFiles.Read("README.md");
        var guides = GuidePages.All.Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && path.Count(character => character == '/') == 1);

        Assert.DoesNotContain(guides, guide => !readme.Contains($"]({guide})", StringComparison.Ordinal));
    }

    /// <summary>The sections of a page, as GitHub names them in addresses.</summary>
    private static IEnumerable<string> Sections(string page) => RepositoryFiles.ReadLines(page)
        .Where(line => line.StartsWith('#') && line.TrimStart('#').StartsWith(' '))
        .Select(line => Punctuation().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-'));

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, 1000)]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
