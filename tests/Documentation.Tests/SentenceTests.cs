using Documentation.Tests.Pages;

namespace Documentation.Tests;

/// <summary>Pages that are read, and not only looked up, say one thing at a time.</summary>
public sealed class SentenceTests
{
    private const int MostWords = 25;

    private static readonly char[] Space = [' '];

    public static TheoryData<string> Pages =>
        [.. GuidePages.All.Where(path => !path.Contains('/', StringComparison.Ordinal) || (path.StartsWith("docs/", StringComparison.Ordinal) && path.Count(character => character == '/') == 1))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Are_short(string path)
    {
        var tooLong = PageSentences.Of(path)
            .Select(sentence => (sentence.Line, sentence.Text, Words: sentence.Text.Split(Space, StringSplitOptions.RemoveEmptyEntries).Length))
            .Where(sentence => sentence.Words > MostWords)
            .Select(sentence => $"{path}({sentence.Line}): {sentence.Words} words, {MostWords} at the most: make two of it, or a list. {sentence.Text}")
            .ToList();

        Assert.True(tooLong.Count == 0, string.Join('\n', tooLong));
    }

    [Fact]
    public void Are_found_in_paragraphs_alone()
    {
        var sentences = PageSentences.Of("docs/siesmart.md").ToList();

        Assert.InRange(sentences.Count, 10, int.MaxValue);
        Assert.DoesNotContain(sentences, sentence => sentence.Text.Contains("-->", StringComparison.Ordinal) || sentence.Text.StartsWith('|'));
    }
}
