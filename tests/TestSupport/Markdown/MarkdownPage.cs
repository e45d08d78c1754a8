using System.Text;

namespace TestSupport.Markdown;

/// <summary>
/// A page and the code in it: its fenced blocks, and what it keeps from the reader's eyes in comments that begin with
/// <c>&lt;!-- csharp</c>, such as a variable that its examples use.
/// </summary>
public sealed class MarkdownPage
{
    private const string Fence = "```";
    private const string Comment = "<!-- ";
    private const string CommentEnd = "-->";

    private readonly string[] _lines;

    /// <summary>Reads a page.</summary>
    /// <param name="path">Its path from the root of the repository.</param>
    public MarkdownPage(string path)
        : this(path, RepositoryFiles.Read(path).Split('\n'))
    {
    }

    private MarkdownPage(string path, string[] lines) => (Path, _lines) = (path, lines);

    /// <summary>The page's path from the root of the repository.</summary>
    public string Path { get; }

    /// <summary>The first line.</summary>
    public string Heading => _lines[0];

    /// <summary>What stands below one of the headings of the second level, as a page of its own.</summary>
    /// <param name="heading">The heading's text.</param>
    /// <exception cref="ArgumentException">The page has no such section.</exception>
    public MarkdownPage Section(string heading)
    {
        var start = Array.IndexOf(_lines, "## " + heading) + 1;
        if (start == 0)
        {
            throw new ArgumentException($"{Path} has no section '## {heading}'. Add it.", nameof(heading));
        }

        var end = Array.FindIndex(_lines, start, line => line.StartsWith("## ", StringComparison.Ordinal));
        return new MarkdownPage(Path, _lines[start..(end < 0 ? _lines.Length : end)]);
    }

    /// <summary>Whether there is a fenced block of a language.</summary>
    /// <param name="language">The word behind the fence.</param>
    public bool HasBlocks(string language) => Array.IndexOf(_lines, Fence + language) >= 0;

    /// <summary>The text of each fenced block of a language.</summary>
    /// <param name="language">The word behind the fence.</param>
    public IReadOnlyList<string> Blocks(string language)
    {
        var blocks = new List<string>();
        for (var line = 0; line < _lines.Length; line++)
        {
            if (_lines[line] == Fence + language)
            {
                var end = Array.IndexOf(_lines, Fence, line + 1);
                blocks.Add(string.Join('\n', _lines[(line + 1)..end]));
                line = end;
            }
        }

        return blocks;
    }

    /// <summary>All code of a language, shown or not, each line where it stands in the page.</summary>
    /// <param name="language">The word behind the fence, or behind the beginning of the comment.</param>
    public string CodeInPlace(string language)
    {
        var code = new StringBuilder();
        string? end = null;
        foreach (var line in _lines)
        {
            if (end is not null && line == end)
            {
                end = null;
            }
            else if (end is not null)
            {
                code.Append(line);
            }
            else if (line == Fence + language)
            {
                end = Fence;
            }
            else if (line == Comment + language)
            {
                end = CommentEnd;
            }

            code.Append('\n');
        }

        return code.ToString();
    }
}
