namespace SieSmart.Generators.Text;

/// <summary>Turns Markdown into the lines of a documentation comment: paragraphs, lists and code. The result is well-formed, whatever the text.</summary>
internal sealed class MarkdownText
{
    private const int MostDigits = 9;

    private readonly List<string> _lines = [];
    private readonly List<string> _paragraph = [];
    private readonly List<string> _table = [];
    private int _blocks;
    private string? _list;
    private string? _fence;
    private bool _isBehindBlank;
    private bool _isHeading;
    private bool _isOpenItem;

    private MarkdownText()
    {
    }

    /// <summary>The lines: those of one paragraph as they are, several blocks each in an element of its own.</summary>
    public static IReadOnlyList<string> Lines(string markdown)
    {
        var text = new MarkdownText();
        foreach (var line in markdown.Trim().Replace("\r\n", "\n").Replace('\r', '\n').Split('\n'))
        {
            text.Add(line);
        }

        return text.Finish();
    }

    /// <summary>Turns the Markdown of a line into markup; paragraphs follow each other.</summary>
    public static string Line(string markdown) => string.Join(" ", Lines(markdown));

    /// <summary>The mark that makes an item of a line; null if it is none.</summary>
    private static string? MarkOf(string trimmed)
    {
        var length = 0;
        while (length < MostDigits && trimmed[length] is >= '0' and <= '9' && length + 1 < trimmed.Length)
        {
            length++;
        }

        var isMark = length == 0 ? trimmed[0] is '-' or '*' or '+' : trimmed[length] is '.' or ')';
        return isMark && trimmed.Length > length + 1 && trimmed[length + 1] is ' ' or '\t' ? trimmed.Substring(0, length + 1) : null;
    }

    /// <summary>What a line says as a heading; null if it is none.</summary>
    private static string? HeadingOf(string trimmed)
    {
        var text = trimmed.TrimStart('#');
        return trimmed.Length - text.Length is >= 1 and <= 6 && text.Length > 0 && text[0] is ' ' or '\t' ? text.Trim('#', ' ', '\t') : null;
    }

    /// <summary>Whether a line is drawn, and says nothing.</summary>
    private static bool IsRule(string trimmed) =>
        trimmed[0] is '-' or '*' or '_' or '=' && trimmed.Count(character => character == trimmed[0]) >= 3 && trimmed.All(character => character == trimmed[0] || character == ' ');

    private List<string> Finish()
    {
        if (_blocks == 0 && _list is null && _fence is null && _table.Count == 0 && !_isHeading)
        {
            return Spans(_paragraph);
        }

        if (_fence is not null)
        {
            _lines.Add("</code>");
        }

        EndBlock();
        return _lines;
    }

    private void Add(string line)
    {
        var trimmed = line.Trim();
        if (_fence is not null)
        {
            AddCode(line, trimmed);
            return;
        }

        if (trimmed.StartsWith("|", StringComparison.Ordinal))
        {
            if (_table.Count == 0)
            {
                EndBlock();
            }

            _table.Add(trimmed);
            return;
        }

        if (_table.Count > 0)
        {
            EndBlock();
        }

        if (trimmed.StartsWith("```", StringComparison.Ordinal) || trimmed.StartsWith("~~~", StringComparison.Ordinal))
        {
            EndBlock();
            _fence = trimmed.Substring(0, 3);
            _lines.Add("<code>");
            _blocks++;
        }
        else if (trimmed.Length == 0)
        {
            EndParagraph();
            _isBehindBlank = true;
        }
        else if (IsRule(trimmed))
        {
            EndBlock();
        }
        else if (HeadingOf(trimmed) is { } heading)
        {
            EndBlock();
            _isHeading = true;
            _paragraph.Add(heading);
            EndBlock();
        }
        else if (MarkOf(trimmed) is { } mark && (_list is not null || _paragraph.Count == 0 || mark is "-" or "*" or "+" or "1." or "1)"))
        {
            AddItem(mark, trimmed.Substring(mark.Length).Trim());
        }
        else
        {
            AddText(line, trimmed);
        }
    }

    private void AddCode(string line, string trimmed)
    {
        if (trimmed == _fence || (trimmed.Length > 3 && trimmed.Trim(_fence![0]).Length == 0))
        {
            _fence = null;
            _lines.Add("</code>");
        }
        else
        {
            _lines.Add(CSharpText.Xml(line.TrimEnd()));
        }
    }

    private void AddItem(string mark, string text)
    {
        var list = mark.Length > 1 ? "number" : "bullet";
        if (_list == list)
        {
            EndParagraph();
        }
        else
        {
            EndBlock();
            _list = list;
            _lines.Add($"<list type=\"{list}\">");
            _blocks++;
        }

        _isBehindBlank = false;
        _paragraph.Add(text);
    }

    private void AddText(string line, string trimmed)
    {
        if (_list is not null && _isBehindBlank)
        {
            if (char.IsWhiteSpace(line[0]))
            {
                // Another paragraph of the item; it goes on in the same line.
                ReopenItem();
            }
            else
            {
                EndBlock();
            }
        }

        _isBehindBlank = false;
        _paragraph.Add(trimmed[0] == '>' ? trimmed.TrimStart('>', ' ') : trimmed);
    }

    private void ReopenItem()
    {
        const string End = "</description></item>";
        var last = _lines[_lines.Count - 1];
        if (last.EndsWith(End, StringComparison.Ordinal))
        {
            _lines[_lines.Count - 1] = last.Substring(0, last.Length - End.Length);
            _isOpenItem = true;
        }
    }

    private void EndBlock()
    {
        EndParagraph();
        if (_list is not null)
        {
            _list = null;
            _lines.Add("</list>");
        }

        if (_table.Count > 0)
        {
            _lines.Add("<code>");
            _lines.AddRange(_table.Where(row => row.Any(character => character is not ('|' or '-' or ':' or ' '))).Select(CSharpText.Xml));
            _lines.Add("</code>");
            _table.Clear();
            _blocks++;
        }

        _isBehindBlank = false;
    }

    private void EndParagraph()
    {
        if (_paragraph.Count == 0)
        {
            return;
        }

        var (start, end) = _list is not null ? (_isOpenItem ? "" : "<item><description>", "</description></item>") : _isHeading ? ("<para><b>", "</b></para>") : ("<para>", "</para>");
        var spans = Spans(_paragraph);
        for (var index = 0; index < spans.Count; index++)
        {
            _lines.Add((index == 0 ? start : "") + spans[index] + (index == spans.Count - 1 ? end : ""));
        }

        if (spans.Count == 0)
        {
            _lines.Add(start + end);
        }

        _paragraph.Clear();
        _isHeading = false;
        _isOpenItem = false;
        _blocks++;
    }

    private static List<string> Spans(List<string> lines) =>
        [.. new MarkdownSpans(string.Join("\n", lines)).ToXml().Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];
}
