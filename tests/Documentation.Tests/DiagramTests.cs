using Documentation.Tests.Pages;
using TestSupport.Markdown;

namespace Documentation.Tests;

/// <summary>Diagrams that a reader's browser draws: a mistake in one would show its text, or a complaint.</summary>
public sealed class DiagramTests
{
    public static TheoryData<string> Pages => [.. GuidePages.All.Where(path => new MarkdownPage(path).HasBlocks("mermaid"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Keep_to_the_simplest_forms(string path) =>
        Assert.Empty(new MarkdownPage(path).Blocks("mermaid").SelectMany(MermaidDiagram.OddLines));

    [Theory]
    [InlineData("pie", "pie")]
    [InlineData("sequenceDiagram\n    participant A\n    A->>B: hello", "    A->>B: hello")]
    [InlineData("sequenceDiagram\n    participant A\n    A->A hello", "    A->A hello")]
    [InlineData("stateDiagram-v2\n    A -> B", "    A -> B")]
    [InlineData("flowchart TD\n    a[\"A\"]] --> b", "    a[\"A\"]] --> b")]
    public void Are_refused_otherwise(string diagram, string line) => Assert.Equal([line], MermaidDiagram.OddLines(diagram));
}
