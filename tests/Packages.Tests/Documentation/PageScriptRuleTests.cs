using TestSupport.Markdown;

namespace Packages.Tests.Documentation;

/// <summary>What of a page becomes its script.</summary>
public sealed class PageScriptRuleTests
{
    private const string Readme = "README.md";
    private const string GettingStarted = "docs/getting-started.md";
    private const int Port = 5080;

    [Fact]
    public void Each_command_is_typed_but_the_one_that_runs_the_tests()
    {
        var script = PageScript.Of(Port, Readme, GettingStarted);

        var leftOut = new[] { Readme, GettingStarted }.SelectMany(page => new MarkdownPage(page).Blocks("sh")).Where(block => !script.Contains(block, StringComparison.Ordinal));
        Assert.Equal(["dotnet test SieSmart.Generated.sln"], leftOut);
    }

    [Fact]
    public void Each_program_is_written_or_compared_word_for_word()
    {
        var script = PageScript.Of(Port, Readme, GettingStarted);

        var programs = new[] { Readme, GettingStarted }.SelectMany(page => new MarkdownPage(page).Blocks("csharp")).ToList();
        Assert.Equal(4, programs.Count);
        Assert.All(programs, program => Assert.Contains($"\n{program}\nEND OF FILE\n", script, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_said_to_be_done_before_must_have_been() =>
        Assert.Contains(Readme, Assert.Throws<ArgumentException>(() => PageScript.Of(Port, GettingStarted)).Message, StringComparison.Ordinal);
}
