using System.Text.RegularExpressions;
using TestSupport;

namespace Documentation.Tests.Pages;

/// <summary>The sentences in the paragraphs of a page. Code, tables, lists, headings and comments are none.</summary>
internal static partial class PageSentences
{
    private const string Fence = "```";

    /// <summary>Each sentence, or part of one up to a semicolon or colon, with the line where its paragraph begins.</summary>
    public static IEnumerable<(int Line, string Text)> Of(string path) => Paragraphs(RepositoryFiles.ReadLines(path))
        .SelectMany(paragraph => End().Split(Link().Replace(Code().Replace(paragraph.Text, "code"), "${text}")).Select(sentence => (paragraph.Line, sentence)));

    private static IEnumerable<(int Line, string Text)> Paragraphs(IEnumerable<string> lines)
    {
        var paragraph = new List<string>();
        var (number, start) = (0, 0);
        string? end = null;
        foreach (var line in lines.Append(string.Empty))
        {
            number++;
            var isText = end is null && !line.StartsWith(Fence, StringComparison.Ordinal) && !line.StartsWith("<!--", StringComparison.Ordinal) && !Other().IsMatch(line);
            if (isText)
            {
                start = paragraph.Count == 0 ? number : start;
                paragraph.Add(line);
            }
            else if (paragraph.Count > 0)
            {
                yield return (start, string.Join(' ', paragraph));
                paragraph.Clear();
            }

            end = end is null
                ? line.StartsWith(Fence, StringComparison.Ordinal) ? Fence : line.StartsWith("<!--", StringComparison.Ordinal) && !line.Contains("-->", StringComparison.Ordinal) ? "-->" : null
                : line.StartsWith(end, StringComparison.Ordinal) ? null : end;
        }
    }

    /// <summary>What is no paragraph: nothing, a heading, a row, an item, and what is indented below one.</summary>
    [GeneratedRegex(@"^(\s*$|\s|[#|>*-]|\d+\.\s|!\[)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Other();

    [GeneratedRegex("`[^`]*`", RegexOptions.None, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=[.!?:;][)*""]*)\s+", RegexOptions.None, 1000)]
    private static partial Regex End();
}
