using Documentation.Tests.Pages;
using EndToEnd.Tests.Compiling;

namespace Documentation.Tests;

/// <summary>The C# that pages show.</summary>
public sealed class CodeTests
{
    /// <summary>Pages whose examples other tests compile, against an API of their own.</summary>
    private static readonly string[] CompiledElsewhere =
    [
        "docs/any-openapi-document.md", // SieSmart.Generators.Tests, AnyDocumentTests
        "docs/rules/SIE1", // SieSmart.Analyzers.Tests, RulePageTests
        "docs/rules/SIE3", // the same
    ];

    public static TheoryData<string> Pages =>
    [
        .. Repository.Pages.Where(path => new MarkdownPage(path).HasBlocks("csharp")
            && !Array.Exists(CompiledElsewhere, start => path.StartsWith(start, StringComparison.Ordinal))),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Compiles(string path)
    {
        var complaints = string.Join('\n', CSharpSnippet.Compile(PageProgram.Of(new MarkdownPage(path))));

        Assert.True(complaints.Length == 0, complaints);
    }

    [Fact]
    public void Stands_in_the_sections_of_a_rules_page_that_are_compiled()
    {
        foreach (var path in Repository.Pages.Where(path => CompiledElsewhere[1..].Any(start => path.StartsWith(start, StringComparison.Ordinal))))
        {
            var section = string.Empty;
            foreach (var line in Repository.Read(path).Split('\n'))
            {
                section = line.StartsWith("## ", StringComparison.Ordinal) ? line : section;
                Assert.False(line == "```csharp" && section is not ("## Wrong" or "## Right"), $"{path}: the code under '{section}' is compiled by no test. Move it to '## Wrong' or '## Right'.");
            }
        }
    }
}
