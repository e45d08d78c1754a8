using TestSupport.Markdown;

namespace Documentation.Tests;

/// <summary>What the README promises, beyond code and links.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Shows_how_to_run_and_how_to_test()
    {
        var commands = new MarkdownPage("README.md").Blocks("sh");

        Assert.Contains("dotnet run --project samples/QuickStart", commands);
        Assert.Contains("dotnet test SieSmart.Generated.sln", commands);
    }
}
