using System.Text.RegularExpressions;
using Documentation.Tests.Pages;

namespace Documentation.Tests;

/// <summary>Links from one page to another file of the repository.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Repository.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Lead_somewhere(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var dead = Link().Matches(Repository.Read(path))
            .Select(match => match.Groups["target"].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !Repository.Has(Path.Combine(folder, target)));

        Assert.Empty(dead);
    }

    [Fact]
    public void Lead_from_the_readme_to_every_guide()
    {
        var readme = Repository.Read("README.md");
        var guides = Repository.Pages.Where(path => path.StartsWith("docs/", StringComparison.Ordinal) && path.Count(character => character == '/') == 1);

        Assert.DoesNotContain(guides, guide => !readme.Contains($"]({guide})", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
