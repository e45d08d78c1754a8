using System.Globalization;
using SieSmart.Generators.Tests.Compiling;

namespace SieSmart.Generators.Tests.Diagnostics;

/// <summary>A document that is no YAML is refused at the line that a person would look at: here the one that says "here".</summary>
public sealed class FaultPositionTests
{
    private static readonly string Above = "openapi: 3.0.3\ninfo:\n  title: Long\n  description: |\n    It's \"long.\npaths:\n" + string.Concat(Enumerable.Range(0, 100).Select(number =>
        string.Create(CultureInfo.InvariantCulture, $"  /above{number}:\n    get:\n      responses: {{ '200': {{ description: \"ok\" }} }}\n")));

    private static readonly string Below = string.Concat(Enumerable.Range(0, 100).Select(number =>
        string.Create(CultureInfo.InvariantCulture, $"  /below{number}:\n    get:\n      summary: 'It''s'\n      tags: [ \"a\", b ]\n      responses: {{ '200': {{ description: \"ok\" }} }}\n")));

    [Theory]
    [InlineData("a tab before a key", "    get:\n\t  summary: here\n")]
    [InlineData("a tab below a value", "    get:\n      summary: a\n\tdescription: here\n      tags: []\n")]
    [InlineData("a tab behind spaces", "    get:\n      summary: a\n    \t  description: here\n")]
    [InlineData("a tab before a dash", "    get:\n      tags:\n\t- here\n")]
    [InlineData("a double quote that isn't closed", "    get:\n      summary: \"here\n      description: a\n      tags: []\n")]
    [InlineData("a double quote that the next one closes", "    get:\n      summary: \"here\n      description: \"a\"\n")]
    [InlineData("a single quote that isn't closed", "    get:\n      summary: 'here\n      description: a\n      tags: []\n")]
    [InlineData("a quote in a list that isn't closed", "    get:\n      tags:\n        - \"here\n        - b\n        - \"c\"\n")]
    [InlineData("a list that isn't closed", "    get:\n      tags: [ a, here\n      summary: a\n      description: b\n")]
    [InlineData("a mapping that isn't closed", "    get:\n      responses: { '200': { description: here }\n      summary: a\n      description: b\n")]
    [InlineData("a mapping within that isn't closed", "    get:\n      responses:\n        '200': { description: here, content: { a: b }\n        '201': { description: ok }\n")]
    [InlineData("a list closed like a mapping", "    get:\n      tags: [ a } # here\n      summary: a\n")]
    [InlineData("two colons", "    get:\n      summary: a: here\n")]
    [InlineData("no colon", "    get:\n      summary here\n      description: a\n")]
    [InlineData("no colon, far from what follows", "    get:\n      summary here\n\n      # a\n\n      # b\n      description: a\n")]
    [InlineData("no space behind a colon", "    get:\n      summary:here\n      description: a\n")]
    [InlineData("too far to the left", "    get:\n        summary: a\n      description: here\n")]
    [InlineData("too far to the right", "    get:\n      summary: a\n        description: here\n      tags: []\n")]
    [InlineData("a list in a mapping", "    get:\n      summary: a\n      - here\n")]
    [InlineData("text behind a quote", "    get:\n      summary: \"a\" here\n")]
    [InlineData("text behind a list", "    get:\n      tags: [ a ] here\n")]
    [InlineData("an escape that is none", "    get:\n      summary: \"a\n        b\n        here \\q\"\n")]
    [InlineData("a character that begins nothing", "    get:\n      summary: @here\n")]
    [InlineData("two anchors", "    get:\n      summary: &a &b here\n")]
    [InlineData("an alias without an anchor", "    get:\n      summary: *here\n")]
    [InlineData("a tag that nobody knows", "    get:\n      summary: !here!a b\n")]
    [InlineData("text behind the sign of a block", "    get:\n      summary: |here\n        a\n")]
    [InlineData("a fault below what is laid out anew", "    get:\n      summary: \"a\n      b\"\n      description: |\n        \n        a\n      tags: a: here\n")]
    public void A_fault_deep_in_a_document_is_reported_at_its_line(string _, string fault)
    {
        foreach (var text in new[] { Above + "  /faulty:\n" + fault + Below, Above + "  /faulty:\n" + fault })
        {
            AssertAt(text);
            AssertAt(text.ReplaceLineEndings("\r\n"));
        }
    }

    [Fact]
    public void An_anchor_may_be_used_again()
    {
        var run = Run(Above + "  /anchored:\n    get: { summary: &a one, description: &a two, operationId: *a, responses: {} }\n" + Below);

        Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Id == "SIE2001");
    }

    private static void AssertAt(string text)
    {
        var expected = Array.FindIndex(text.Split('\n'), line => line.Contains("here", StringComparison.Ordinal));

        var error = Assert.Single(Run(text).Diagnostics);

        Assert.Equal("SIE2001", error.Id);
        Assert.Equal(expected, error.Location.GetLineSpan().StartLinePosition.Line);
    }

    private static GeneratorRun Run(string text) =>
        GeneratorRun.Of(TargetPlatform.Net100, new OpenApiDocument("/consumer/long.yaml", text).With("Preconditions", "None"));
}
