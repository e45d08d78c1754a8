using TestSupport;
using TestSupport.Markdown;

namespace Documentation.Tests;

/// <summary>What the README promises, beyond code and links.</summary>
public sealed class ReadmeTests
{
    // Ten minutes of somebody who reads 240 words a minute. Code, tables and addresses count, too.
    private const int MostWords = 2_400;

    private static readonly char[] Space = [' ', '\n'];
    private static readonly string[] FirstPages = ["README.md", "docs/getting-started.md"];

    [Fact]
    public void Shows_how_to_run_and_how_to_test()
    {
        var commands = new MarkdownPage("README.md").Blocks("sh");

        Assert.Contains("dotnet run --project samples/QuickStart", commands);
        Assert.Contains("dotnet test SieSmart.Generated.sln", commands);
    }

    [Fact]
    public void Reads_in_ten_minutes_with_getting_started() => Assert.InRange(
        FirstPages.Sum(page => RepositoryFiles.Read(page).Split(Space, StringSplitOptions.RemoveEmptyEntries).Length),
        1,
        MostWords);

    [Fact]
    public void Shows_the_program_that_the_template_makes() => Assert.Equal(
        RepositoryFiles.Read("templates/SieSmart.Templates/content/siesmart/Program.cs").TrimEnd('\n'),
        new MarkdownPage("README.md").Blocks("csharp")[0]);

    [Fact]
    public void Shows_a_picture_within_the_first_screen() =>
        Assert.Contains(RepositoryFiles.ReadLines("README.md").Take(20), line => line.StartsWith("![", StringComparison.Ordinal));
}
