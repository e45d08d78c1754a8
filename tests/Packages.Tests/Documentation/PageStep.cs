namespace Packages.Tests.Documentation;

/// <summary>A fenced block of a page.</summary>
/// <param name="Language">The word behind the fence.</param>
/// <param name="Comment">The line of the last comment between it and the block before; null if there is none.</param>
/// <param name="Text">What stands in it.</param>
internal sealed record PageStep(string Language, string? Comment, string Text)
{
    private const string Fence = "```";
    private const string CommentStart = "<!-- ";

    /// <summary>The lines of <see cref="Text"/>.</summary>
    public IReadOnlyList<string> Lines => Text.Split('\n');

    /// <summary>All blocks of a page, in order.</summary>
    /// <param name="page">The page's text.</param>
    public static IEnumerable<PageStep> Of(string page)
    {
        var lines = page.Split('\n');
        string? comment = null;
        for (var line = 0; line < lines.Length; line++)
        {
            if (lines[line].StartsWith(CommentStart, StringComparison.Ordinal))
            {
                comment = lines[line];
            }
            else if (lines[line].StartsWith(Fence, StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, Fence, line + 1);
                yield return new PageStep(lines[line][Fence.Length..], comment, string.Join('\n', lines[(line + 1)..end]));
                (line, comment) = (end, null);
            }
        }
    }
}
