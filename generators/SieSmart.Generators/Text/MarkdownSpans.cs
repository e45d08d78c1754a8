using System.Text;

namespace SieSmart.Generators.Text;

/// <summary>Turns what stands within a paragraph of Markdown into markup: code, links, bold and italic text. Each element that it opens it closes.</summary>
internal sealed class MarkdownSpans(string text)
{
    private const int MaximumDepth = 5;
    private const int LongestTag = 500;

    private static readonly char[] Marks = ['\\', '`', '*', '_', '!', '[', '<'];

    private readonly StringBuilder _xml = new(text.Length + 16);
    private readonly Dictionary<string, (int From, int At)> _found = new(StringComparer.Ordinal);

    /// <summary>The markup; line breaks stay.</summary>
    public string ToXml()
    {
        Write(0, text.Length, depth: 0);
        return _xml.ToString();
    }

    private void Write(int start, int end, int depth)
    {
        for (var position = start; position < end;)
        {
            var special = text.IndexOfAny(Marks, position, end - position);
            if (special != position)
            {
                Literal(position, special < 0 ? end : special);
                position = special < 0 ? end : special;
                continue;
            }

            var next = text[position] switch
            {
                '\\' => Escaped(position, end),
                '`' => Code(position, end),
                '*' or '_' => Emphasis(position, end, depth),
                '!' or '[' => Link(position, end, depth),
                '<' => Tag(position, end, depth),
                _ => position,
            };
            if (next == position)
            {
                Literal(position, ++next);
            }

            position = next;
        }
    }

    private void Literal(int start, int end)
    {
        _xml.Append(string.Join("\n", text.Substring(start, end - start).Split('\n').Select(CSharpText.Xml)));
    }

    private int Escaped(int position, int end)
    {
        if (position + 1 >= end || text[position + 1] is not (>= '!' and <= '/' or >= ':' and <= '@' or >= '[' and <= '`' or >= '{' and <= '~'))
        {
            return position;
        }

        Literal(position + 1, position + 2);
        return position + 2;
    }

    private int Code(int position, int end)
    {
        var fence = text.Substring(position, RunOf(position, end));
        var from = position + fence.Length;
        var close = Find(fence, from, end, at => text[at - 1] != '`' && (at + fence.Length == text.Length || text[at + fence.Length] != '`'));
        if (close < 0)
        {
            Literal(position, from);
            return from;
        }

        var code = text.Substring(from, close - from).Replace('\n', ' ');
        if (code.Length > 2 && code[0] == ' ' && code[code.Length - 1] == ' ')
        {
            code = code.Substring(1, code.Length - 2);
        }

        _xml.Append("<c>").Append(CSharpText.Xml(code)).Append("</c>");
        return close + fence.Length;
    }

    private int Emphasis(int position, int end, int depth)
    {
        var mark = text[position];
        var run = RunOf(position, end);
        var marker = new string(mark, run == 1 ? 1 : 2);
        var from = position + marker.Length;
        var opens = run <= 2 && depth < MaximumDepth && from < end && !char.IsWhiteSpace(text[from]) && (position == 0 || !IsWord(text[position - 1]));
        var close = opens ? Find(marker, from + 1, end, at => Closes(at, marker)) : -1;
        if (close < 0)
        {
            Literal(position, position + run);
            return position + run;
        }

        var name = run == 1 ? 'i' : 'b';
        _xml.Append('<').Append(name).Append('>');
        Write(from, close, depth + 1);
        _xml.Append("</").Append(name).Append('>');
        return close + marker.Length;
    }

    /// <summary>Whether a marker, alone and behind a word, ends what another one began.</summary>
    private bool Closes(int at, string marker)
    {
        var behind = at + marker.Length;
        return !char.IsWhiteSpace(text[at - 1]) && text[at - 1] != marker[0] && text[at - 1] != '\\' && (behind == text.Length || (text[behind] != marker[0] && !IsWord(text[behind])));
    }

    /// <summary>A link or picture: <c>[label](address)</c>. What leads within the document leads nowhere from here, and a picture is its label.</summary>
    private int Link(int position, int end, int depth)
    {
        var isPicture = text[position] == '!';
        var label = position + (isPicture ? 2 : 1);
        if (label > end || text[label - 1] != '[' || depth >= MaximumDepth)
        {
            return position;
        }

        var middle = Find("](", label, end);
        if (middle < 0 || text.IndexOf('[', label, middle - label) >= 0)
        {
            return position;
        }

        var close = Find(")", middle + 2, end);
        if (close < 0)
        {
            return position;
        }

        var address = text.Substring(middle + 2, close - middle - 2).Trim().Split([' ', '\n'], 2)[0].Trim('<', '>');
        WriteLink(isPicture ? "" : address, label, middle, depth);
        return close + 1;
    }

    private void WriteLink(string address, int label, int end, int depth)
    {
        var leads = IsAddress(address);
        if (leads)
        {
            _xml.Append("<see href=\"").Append(Attribute(address)).Append("\">");
        }

        Write(label, end, depth + 1);
        if (leads)
        {
            _xml.Append("</see>");
        }
    }

    /// <summary>What people write in HTML, and addresses in angle brackets. Whatever else is in such brackets is text.</summary>
    private int Tag(int position, int end, int depth)
    {
        var close = Find(">", position + 1, end);
        if (close < 0 || close - position > LongestTag)
        {
            return position;
        }

        var inner = text.Substring(position + 1, close - position - 1);
        if (IsAddress(inner))
        {
            _xml.Append("<see href=\"").Append(Attribute(inner)).Append("\">").Append(CSharpText.Xml(inner)).Append("</see>");
            return close + 1;
        }

        switch (inner.TrimEnd('/', ' ').ToLowerInvariant())
        {
            case "br" or "p" or "/p" or "ul" or "/ul" or "ol" or "/ol" or "li" or "/li":
                _xml.Append(' ');
                return close + 1;
            case "strong" or "/strong" or "em" or "/em":
                return close + 1;
        }

        const string Anchor = "a href=\"";
        var target = inner.StartsWith(Anchor, StringComparison.OrdinalIgnoreCase) ? Find("</a>", close + 1, end) : -1;
        if (target < 0 || depth >= MaximumDepth)
        {
            return position;
        }

        WriteLink(inner.Substring(Anchor.Length).Split('"')[0], close + 1, target, depth);
        return target + "</a>".Length;
    }

    /// <summary>Where a marker is next; -1 if it isn't before the end. What was found is kept, so that a text is looked through once and not for each bracket in it.</summary>
    private int Find(string marker, int from, int end, Func<int, bool>? fits = null)
    {
        if (!_found.TryGetValue(marker, out var known) || from < known.From || from > known.At)
        {
            var at = from > text.Length ? -1 : text.IndexOf(marker, from, StringComparison.Ordinal);
            while (at >= 0 && fits is not null && !fits(at))
            {
                at = text.IndexOf(marker, at + 1, StringComparison.Ordinal);
            }

            _found[marker] = known = (from, at < 0 ? int.MaxValue : at);
        }

        return known.At <= end - marker.Length ? known.At : -1;
    }

    private int RunOf(int position, int end)
    {
        var next = position;
        while (next < end && text[next] == text[position])
        {
            next++;
        }

        return next - position;
    }

    private static bool IsWord(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static bool IsAddress(string address) =>
        (address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) &&
        !address.Any(char.IsWhiteSpace);

    private static string Attribute(string address) => CSharpText.Xml(address).Replace("\"", "&quot;");
}
