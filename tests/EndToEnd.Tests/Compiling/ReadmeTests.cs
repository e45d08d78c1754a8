using EndToEnd.Tests.Fixtures;

namespace EndToEnd.Tests.Compiling;

/// <summary>What the README promises.</summary>
public sealed class ReadmeTests
{
    private const string Fence = "```";

    /// <summary>The blocks are one program: each goes on where the one before it ends.</summary>
    [Fact]
    public void Its_program_compiles()
    {
        var blocks = Blocks("csharp").ToList();

        Assert.NotEmpty(blocks);
        Assert.Empty(CSharpSnippet.Compile(string.Join('\n', blocks)));
    }

    [Fact]
    public void It_shows_how_to_run_and_how_to_test()
    {
        var lines = Locations.Read("README.md").Split('\n');

        Assert.Contains("dotnet run --project samples/QuickStart", lines);
        Assert.Contains("dotnet test SieSmart.Generated.sln", lines);
    }

    private static IEnumerable<string> Blocks(string language)
    {
        var lines = Locations.Read("README.md").Split('\n').AsEnumerable();
        while (lines.SkipWhile(line => line != Fence + language).Skip(1).ToList() is { Count: > 0 } rest)
        {
            yield return string.Join('\n', rest.TakeWhile(line => line != Fence));
            lines = rest.SkipWhile(line => line != Fence).Skip(1);
        }
    }
}
