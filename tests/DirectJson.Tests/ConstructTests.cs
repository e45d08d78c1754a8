using System.Text.Json.Nodes;
using DirectJson.Tests.Constructs;
using DirectJson.Tests.Equivalence;
using Microsoft.CodeAnalysis;
using TestSupport;

namespace DirectJson.Tests;

/// <summary>What a document can say is carried, or the build says at its line that it is not; and the page says which.</summary>
public sealed class ConstructTests
{
    private const string Page = "docs/any-openapi-document.md";
    private const string Begin = "<!-- constructs: tests/DirectJson.Tests/Constructs/constructs.yaml -->\n";
    private const string End = "<!-- end of constructs -->\n";

    public static TheoryData<string> Names => [.. ConstructList.All.Select(construct => construct.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Becomes_what_the_page_says(string name)
    {
        var construct = ConstructList.All.Single(construct => construct.Name == name);
        var client = new ConstructClient(construct);

        Assert.Empty(client.Faults);
        Assert.Equal(construct.Warning is { } rule ? [rule] : [], Told(client).Select(diagnostic => diagnostic.Id).Distinct());
        if (construct.At is { } line)
        {
            Assert.Contains(line, construct.Document.Split('\n')[Told(client)[0].Location.GetLineSpan().StartLinePosition.Line], StringComparison.Ordinal);
        }

        if (construct is { Answer: null, Sent: null })
        {
            return;
        }

        var (outcome, sent) = await client.CallAsync();
        Assert.DoesNotContain("throws", outcome.Text, StringComparison.Ordinal);
        Assert.Contains(construct.Sent ?? "", sent ?? "", StringComparison.Ordinal);
        if (construct.Answer is { } answer)
        {
            var written = outcome.Written(JsonEngine.Direct) is { Length: > 0 } model ? model : outcome.Text;
            Assert.True(AreEqual(construct.Written ?? answer, written), written);
        }
    }

    [Fact]
    public void Stands_in_the_table_of_the_page()
    {
        var page = RepositoryFiles.Read(Page);
        var start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var table = page[start..page.IndexOf(End, StringComparison.Ordinal)];

        Assert.True(string.Equals(ConstructList.Table, table.Trim('\n') + "\n", StringComparison.Ordinal), $"The table in {Page} is out of date. It has to be:\n\n{ConstructList.Table}");
    }

    [Fact]
    public void Each_says_whether_it_is_carried() => Assert.All(ConstructList.All, construct =>
    {
        var begin = construct.Warning is null ? "carried" : "warned of";
        Assert.StartsWith(begin, construct.Verdict, StringComparison.Ordinal);
        Assert.True(construct.Warning is not null || construct.Answer is not null || construct.Sent is not null, $"Nothing shows that '{construct.Name}' is carried.");
        Assert.Equal(construct.Warning is null, construct.At is null);
    });

    private static List<Diagnostic> Told(ConstructClient client) => [.. client.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)];

    private static bool AreEqual(string expected, string written)
    {
        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(written));
        }
        catch (System.Text.Json.JsonException)
        {
            return string.Equals(expected, written, StringComparison.Ordinal);
        }
    }
}
