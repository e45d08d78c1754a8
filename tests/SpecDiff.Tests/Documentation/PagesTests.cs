using SpecDiff.Findings;
using SpecDiff.Tests.Support;
using TestSupport;

namespace SpecDiff.Tests.Documentation;

/// <summary>The pages show what the program says.</summary>
public sealed class PagesTests : IDisposable
{
    private static readonly string[] Client = ["--project", RepositoryFiles.PathOf("src/SieSmart.Client")];

    private readonly DocumentFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_page_on_updates_shows_the_report_of_a_real_one()
    {
        var old = _folder.Write("siesmart.1.2.6.yaml", EarlierDescription.OfVersion126());

        var report = DocumentFolder.Run([old, .. Client]);

        Assert.Equal("", report.Errors);
        Assert.Equal(0, report.ExitCode);
        AssertShows("docs/updating-the-spec.md", report.Output);
    }

    [Fact]
    public void The_page_on_updates_shows_what_a_dangerous_update_looks_like()
    {
        var now = File.ReadAllText(RepositoryFiles.PathOf("spec", "siesmart.openapi.yaml")).ReplaceLineEndings("\n");
        var unguarded = now.Replace(
            "      x-provenance-source: create\n      parameters:\n        - $ref: '#/components/parameters/IfMatch'\n      requestBody:\n        required: true\n        content:\n          application/json:\n            schema:\n              $ref: '#/components/schemas/Customer'\n",
            "      x-provenance-source: create\n      x-if-match: none\n      requestBody:\n        required: true\n        content:\n          application/json:\n            schema:\n              $ref: '#/components/schemas/Customer'\n",
            StringComparison.Ordinal);

        var report = DocumentFolder.Run([_folder.Write("now.yaml", now), _folder.Write("next.yaml", unguarded), .. Client]);

        Assert.Equal(1, report.ExitCode);
        AssertShows("docs/updating-the-spec.md", report.Output);
    }

    [Fact]
    public void The_readme_lists_all_rules() => AssertShows("eng/SpecDiff/README.md", string.Concat(AllRules.List.Select(rule =>
        $"| `{rule.Id}` | {(rule.Side == Side.Code ? "C#" : "wire")} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Meaning} | {rule.Action} |\n")));

    [Fact]
    public void No_two_rules_bear_one_name() => Assert.Equal(AllRules.List.Count, AllRules.List.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).Count());

    private static void AssertShows(string page, string text)
    {
        var shown = File.ReadAllText(RepositoryFiles.PathOf(page)).ReplaceLineEndings("\n");
        Assert.True(shown.Contains(text.Trim(), StringComparison.Ordinal), $"{page} does not show this, word for word; paste it:\n\n{text}");
    }
}
