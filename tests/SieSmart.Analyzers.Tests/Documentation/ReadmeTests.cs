using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests.Documentation;

/// <summary>What the README shows is sound.</summary>
public sealed class ReadmeTests
{
    private const string Fence = "```";

    /// <summary>The blocks are one program: each goes on where the one before it ends.</summary>
    [Fact]
    public async Task Its_program_is_not_reported()
    {
        var program = new List<string>();
        var isProgram = false;
        foreach (var line in Repository.ReadLines("README.md"))
        {
            if (line.StartsWith(Fence, StringComparison.Ordinal))
            {
                isProgram = line == Fence + "csharp";
            }
            else if (isProgram)
            {
                program.Add(line);
            }
        }

        Assert.NotEmpty(program);
        Assert.Equal("", string.Join('\n', (await Consumer.AnalyzeAsync("using System;\n" + string.Join('\n', program))).Select(Finding.Of)));
    }
}
