using EndToEnd.Tests.Fixtures;

namespace EndToEnd.Tests.Compiling;

/// <summary>What the README promises.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Its_program_compiles()
    {
        Assert.Empty(CSharpSnippet.Compile(MarkdownCode.ProgramOf("README.md")));
    }

    [Fact]
    public void It_shows_how_to_run_and_how_to_test()
    {
        var lines = Locations.Read("README.md").Split('\n');

        Assert.Contains("dotnet run --project samples/QuickStart", lines);
        Assert.Contains("dotnet test SieSmart.Generated.sln", lines);
    }
}
