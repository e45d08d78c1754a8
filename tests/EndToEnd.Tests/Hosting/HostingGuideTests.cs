using EndToEnd.Tests.Compiling;

namespace EndToEnd.Tests.Hosting;

/// <summary>What docs/hosting.md promises.</summary>
public sealed class HostingGuideTests
{
    [Fact]
    public void Its_program_compiles()
    {
        var program = MarkdownCode.ProgramOf("docs/hosting.md");

        // Types come last in a program of top-level statements, and where a reader wants them in a page.
        var type = program.IndexOf("class Acquisition", StringComparison.Ordinal);
        var end = program.IndexOf("\n}\n", type, StringComparison.Ordinal) + "\n}\n".Length;
        Assert.Empty(CSharpSnippet.Compile(program[..type] + program[end..] + "\n" + program[type..end]));
    }
}
