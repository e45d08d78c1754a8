using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SieSmart.Generators.Tests.Compiling;
using static SieSmart.Generators.Tests.Robustness.Documents;

namespace SieSmart.Generators.Tests.Robustness;

/// <summary>
/// A scalar has the value that other readers of YAML find in it, however it is laid out. The values here are those of PyYAML and of
/// the JavaScript package "yaml".
/// </summary>
public sealed class LayoutTests
{
    /// <summary>Scalars as the last item of a list that stands in column 8, and their values.</summary>
    public static TheoryData<string, string> Scalars => new()
    {
        { "|\n          \n          text\n", "\ntext\n" },
        { "|\n                  \n          text\n", "\ntext\n" },
        { "|\n    \n          \n\n          text\n            more\n", "\n\n\ntext\n  more\n" },
        { "|-\n          \n          text\n          \n", "\ntext" },
        { "|+\n          \n          text\n          \n", "\ntext\n\n" },
        { "|+\n          \n          \n", "\n\n" },
        { "|2\n          \n          text\n", "\ntext\n" },
        { "|2\n             \n          text\n", "   \ntext\n" },
        { "|1-\n          \n           \n          text\n", " \n  \n text" },
        { "| # why\n          \n          text: |\n             \n            more\n", "\ntext: |\n   \n  more\n" },
        { ">\n          \n          two\n          words\n", "\ntwo words\n" },
        { ">-\n                  \n          two\n          words\n", "\ntwo words" },
        { ">+\n          \n          two\n\n          words\n          \n", "\ntwo\nwords\n\n" },
        { ">2\n          \n          two\n          words\n", "\ntwo words\n" },
        { "\"two\n        words\"\n", "two words" },
        { "\"two\n   words\"\n", "two words" },
        { "\"two \\\n  \\ words,\n\n  | \\\" more: #\"\n", "two  words,\n| \" more: #" },
        { "'two\n        words'\n", "two words" },
        { "'it''s\n  \"two\n\n  words'\n", "it's \"two\nwords" },
        { "two\n          words\n", "two words" },
    };

    [Theory]
    [MemberData(nameof(Scalars))]
    public void A_scalar_is_read_as_others_read_it(string scalar, string value)
    {
        var text = With($"      enum:\n        - before\n        - {scalar}");

        AssertValue(value, Run(text));
        AssertValue(value, Run(text.ReplaceLineEndings("\r\n")));
    }

    [Theory]
    [InlineData("enum: [ before, \"two\n  words\", after ]")]
    [InlineData("enum: [ before, 'two\n  words', after ]")]
    [InlineData("enum: [ before, two\n  words, after ]")]
    [InlineData("enum: [\nbefore, two\n words,\nafter\n]")]
    [InlineData("? enum\n      : - before\n        - \"two\n  words\"")]
    [InlineData("&all enum: &these\n      - before\n      - !!str \"two\n  words\"")]
    public void A_scalar_is_read_wherever_it_stands(string said) => AssertValue("two words", Run(With($"      {said}\n")));

    [Fact]
    public void Quotes_and_bars_that_begin_nothing_change_nothing()
    {
        var run = Run(With("""
                  description: it's 6' |
                    "tall and
                    'wide |
                  x-a: 'x' # "one |
                  x-b: a "quoted" |
                  x-c: &c-|
                  enum:
                    - "two
                   words"

            """));

        AssertValue("two words", run);
        Assert.Contains("it&apos;s 6&apos; | \"tall and &apos;wide |", SourceOf(run, "Found").Replace("'", "&apos;", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_laid_out_anew_keeps_its_place()
    {
        var document = Client(With("      description: |\n        \n        text\n      enum: [ \"two\n  words\", { here: it } ]\n      items: 7\n      x-y: { a: \"two\nwords\", a: again }\n"));

        var places = GeneratorRun.Of(TargetPlatform.Net100, document).Diagnostics.Select(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition).Order().ToList();

        var again = document.Text.Split('\n').TakeWhile(line => !line.Contains("again", StringComparison.Ordinal)).Count();
        Assert.Contains(new(again, "words\", ".Length), places);
    }

    [Fact]
    public void Thousands_of_them_are_no_more_work_than_others()
    {
        var lines = string.Concat(Enumerable.Range(0, 20_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"x-{number}:\n  a: |\n    \n    text\n  b: \"two\n  words\"\n")));

        AssertSound(Run(WithAnswer("{ type: string }", lines)));
    }

    [Fact]
    public void What_moves_to_the_right_stays_within_bounds()
    {
        var far = new string(' ', 50_000);

        var run = Run($"openapi: 3.0.3\nx:\n{far}a: \"b\n{string.Concat(Enumerable.Repeat("c\n", 50_000))}\"\n");

        Assert.Equal("SIE2001", Assert.Single(run.Diagnostics).Id);
    }

    private static string With(string schema) => WithAnswer("{ $ref: '#/components/schemas/Found' }", $"components:\n  schemas:\n    Found:\n      type: string\n{schema}");

    private static void AssertValue(string value, GeneratorRun run)
    {
        AssertSound(run);
        var attributes = CSharpSyntaxTree.ParseText(SourceOf(run, "Found"), cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<AttributeArgumentSyntax>();
        Assert.Contains(value, attributes.Select(argument => (argument.Expression as LiteralExpressionSyntax)?.Token.ValueText));
    }
}
