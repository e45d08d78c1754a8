using System.Text;

namespace Documentation.Tests.Pages;

/// <summary>
/// A page and the code in it: its fenced blocks, and what it keeps from the reader's eyes in comments that begin with
/// <c>&lt;!-- csharp</c>, such as a variable that its examples use.
/// </summary>
internal sealed class MarkdownPage(string path)
{
    private const string Fence = "```";
    private const string Comment = "<!-- ";
    private const string CommentEnd = "-->";

    private readonly string[] _lines = Repository.Read(path).ReplaceLineEndings("\n").Split('\n');

    public string Path => path;

    public bool HasBlocks(string language) => Array.IndexOf(_lines, Fence + language) >= 0;

    /// <summary>The text of each fenced block of a language.</summary>
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
