using SieSmart.Analyzers.Tests.Compiling;
using TestSupport.Markdown;

namespace SieSmart.Analyzers.Tests.Documentation;

/// <summary>What the README shows is sound.</summary>
public sealed class ReadmeTests
{
    /// <summary>The blocks are one program: each goes on where the one before it ends.</summary>
    [Fact]
    public async Task Its_program_is_not_reported()
    {
        var program = new MarkdownPage("README.md").Blocks("csharp");

        Assert.NotEmpty(program);
        Assert.Equal("", string.Join('\n', (await Consumer.AnalyzeAsync("using System;\n" + string.Join('\n', program))).Select(Finding.Of)));
    }
}
