using Documentation.Tests.Pages;
using EndToEnd.Tests.Compiling;
using TestSupport;
using TestSupport.Markdown;

namespace Documentation.Tests;

/// <summary>The C# that pages show.</summary>
public sealed class CodeTests
{
    // SieSmart.Analyzers.Tests, RulePageTests
    private static readonly string[] RulePages = ["docs/rules/SIE1", "docs/rules/SIE3"];

    /// <summary>Pages whose examples other tests compile, against an API of their own.</summary>
    private static readonly string[] CompiledElsewhere =
    [
        "docs/anti-patterns.md", // SieSmart.Analyzers.Tests, AntiPatternPageTests
        "docs/any-openapi-document.md", // SieSmart.Generators.Tests, AnyDocumentTests
        "docs/migrating-from-kiota.md", // BeforeAndAfterTests
        "docs/your-own-api.md", // SieSmart.Pipeline.Tests, YourOwnApiPageTests
        .. RulePages,
    ];

    public static TheoryData<string> Pages =>
    [
        .. GuidePages.All.Where(path => new MarkdownPage(path).HasBlocks("csharp")
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
        foreach (var path in GuidePages.All.Where(path => RulePages.Any(start => path.StartsWith(start, StringComparison.Ordinal))))
        {
            var section = string.Empty;
            foreach (var line in RepositoryFiles.Read(path).Split('\n'))
            {
                section = line.StartsWith("## ", StringComparison.Ordinal) ? line : section;
                Assert.False(line == "```csharp" && section is not ("## Wrong" or "## Right"), $"{path}: the code under '{section}' is compiled by no test. Move it to '## Wrong' or '## Right'.");
            }
        }
    }
}
