using EndToEnd.Tests.Fixtures;

namespace EndToEnd.Tests.Compiling;

/// <summary>What the README promises.</summary>
public sealed class ReadmeTests
{
    private const string Fence = "```";

    [Fact]
    public void Its_program_compiles() => Assert.Empty(CSharpSnippet.Compile(FirstBlock("csharp")));

    [Fact]
    public void It_shows_how_to_run_and_how_to_test()
    {
        var lines = Locations.Read("README.md").Split('\n');

        Assert.Contains("dotnet run --project samples/QuickStart", lines);
        Assert.Contains("dotnet test SieSmart.Generated.sln", lines);
    }

    private static string FirstBlock(string language) => string.Join('\n', Locations.Read("README.md")
        .Split('\n')
        .SkipWhile(line => line != Fence + language)
        .Skip(1)
        .TakeWhile(line => line != Fence));
}
