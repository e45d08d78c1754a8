namespace SieSmart.Generators.Reading.Syntax;

/// <summary>
/// Gives a YAML text a layout that YamlDotNet takes. It refuses some that other readers take: block scalars that begin with lines of
/// spaces, and double-quoted scalars and flow collections that go on at the column of their key or left of it. Such spaces mean
/// nothing, so their number may change as long as lines stay lines.
/// </summary>
internal sealed class LayoutNormalizer
{
    // What is inserted must stay in proportion to the text, however far to the right a key stands.
    private const int LargestGrowth = 16;

    private readonly string _text;
    private readonly List<TextEdit> _edits = [];
    private readonly Dictionary<int, int> _shifts = [];
    private readonly List<LikelyCause> _causes = [];
    private readonly Stack<int> _indents = new();
    private readonly Stack<FlowStart> _flows = new();
    private readonly char _placeholder;

    private int _at;
    private int _line;
    private int _lineStart;
    private int _tokenLine = -1;
    private int _key = -1;

    // Where the line begins, until it is known to be an entry of a collection.
    private (int Line, int Column)? _entry;
    private long _room;

    private LayoutNormalizer(string text)
    {
        _text = text;
        _room = ((long)text.Length + 1) * LargestGrowth;
        _placeholder = UnusedCharacter(text);
    }

    private int Indent => _indents.Count > 0 ? _indents.Peek() : -1;

    private int Column => _at - _lineStart;

    /// <summary>Normalizes a text, in one pass over it.</summary>
    public static NormalizedText Normalize(string text, CancellationToken cancellationToken)
    {
        var normalizer = new LayoutNormalizer(text);
        while (normalizer.SkipToToken())
        {
            cancellationToken.ThrowIfCancellationRequested();
            normalizer.SkipToken();
        }

        return normalizer.Result();
    }

    private NormalizedText Result()
    {
        if (_entry is var (entryLine, entryColumn))
        {
            _causes.Add(new LikelyCause(entryLine, entryColumn, int.MaxValue));
        }

        foreach (var flow in _flows.Where(flow => flow.LooseLine is not null))
        {
            // It never ends, so whatever is wrong below may come of it.
            _causes.Add(new LikelyCause(flow.Line, flow.Column, int.MaxValue));
        }

        return new NormalizedText(_text, _edits, _shifts, _placeholder, [.. _causes.OrderBy(cause => cause.Line).ThenBy(cause => cause.Column)]);
    }

    private static char UnusedCharacter(string text)
    {
        // Of the private use area, which no description of an API has a use for; let alone all of it.
        var character = '\uE000';
        while (character < '\uF8FF' && text.IndexOf(character) >= 0)
        {
            character++;
        }

        return character;
    }

    private bool SkipToToken()
    {
        while (_at < _text.Length)
        {
            switch (_text[_at])
            {
                case ' ' or '\t':
                    _at++;
                    break;
                case '#':
                    SkipLine();
                    break;
                case var character when IsBreak(character):
                    NextLine();
                    break;
                default:
                    return true;
            }
        }

        return false;
    }

    private void SkipToken()
    {
        if (_line != _tokenLine)
        {
            _tokenLine = _line;
            _key = -1;
            if (BeginLine())
            {
                return;
            }
        }

        var character = _text[_at];
        switch (character)
        {
            case '-' or '?' when _flows.Count == 0 && IsWhiteOrEnd(_at + 1):
                BeginCollection(Column);
                _at++;
                break;
            case ':' when _flows.Count > 0 || IsWhiteOrEnd(_at + 1):
                BeginCollection(_key >= 0 ? _key : Column);
                _at++;
                break;
            case '[' or '{':
                RememberKey();
                _flows.Push(new FlowStart(character, _line, Column, LooseLine: null));
                _at++;
                break;
            case ']' or '}' when _flows.Count > 0:
                EndFlow(_flows.Pop());
                _at++;
                break;
            case ',' when _flows.Count > 0:
                _at++;
                break;
            case '&' or '*' or '!':
                RememberKey();
                SkipWord();
                break;
            case '|' or '>' when _flows.Count == 0:
                SkipBlockScalar(isLiteral: character == '|');
                break;
            case '"' or '\'':
                RememberKey();
                SkipQuotedScalar(character);
                break;
            default:
                RememberKey();
                SkipPlainScalar();
                break;
        }
    }

    /// <summary>Looks at where the first token of a line stands. Whether that was all of the line.</summary>
    private bool BeginLine()
    {
        if (_flows.Count > 0)
        {
            LoosenFlow();
            return false;
        }

        ExpectColon();
        while (Indent > Column)
        {
            _indents.Pop();
        }

        if (IsDocumentMarker())
        {
            _indents.Clear();
            _at += 3;
            return true;
        }

        if (Column == 0 && _text[_at] == '%')
        {
            SkipLine();
            return true;
        }

        _entry = (_line, Column);
        return false;
    }

    /// <summary>Where a line begins in the column of the one above, that one was probably meant to be an entry.</summary>
    private void ExpectColon()
    {
        if (_entry is var (line, column) && column == Column)
        {
            _causes.Add(new LikelyCause(line, column, _line));
        }

        _entry = null;
    }

    private void BeginCollection(int column)
    {
        _key = -1;
        _entry = null;
        if (_flows.Count == 0 && Indent < column)
        {
            _indents.Push(column);
        }
    }

    /// <summary>A key stands where what is before its colon begins.</summary>
    private void RememberKey()
    {
        if (_key < 0)
        {
            _key = Column;
        }
    }

    private void SkipWord()
    {
        _at++;
        while (!IsWhiteOrEnd(_at) && !(_flows.Count > 0 && IsFlowIndicator(_text[_at])))
        {
            _at++;
        }
    }

    private void SkipPlainScalar()
    {
        do
        {
            _at++;
            while (_at < _text.Length && !IsBreak(_text[_at]))
            {
                if ((_text[_at] == ':' && (IsWhiteOrEnd(_at + 1) || (_flows.Count > 0 && IsFlowIndicator(_text[_at + 1])))) ||
                    (_text[_at] == '#' && _text[_at - 1] is ' ' or '\t') ||
                    (_flows.Count > 0 && IsFlowIndicator(_text[_at])))
                {
                    return;
                }

                _at++;
            }
        }
        while (ContinuesPlainScalar());
    }

    /// <summary>Goes on to the next line that says something, if that is still a part of the scalar.</summary>
    private bool ContinuesPlainScalar()
    {
        var (at, line, lineStart) = (_at, _line, _lineStart);
        while (_at < _text.Length && (_text[_at] is ' ' or '\t' || IsBreak(_text[_at])))
        {
            if (IsBreak(_text[_at]))
            {
                NextLine();
            }
            else
            {
                _at++;
            }
        }

        var isOver = _at >= _text.Length || IsDocumentMarker() || _text[_at] == '#' ||
            (_flows.Count > 0 ? IsFlowIndicator(_text[_at]) || _text[_at] == ':' : Column <= Indent);
        if (isOver)
        {
            (_at, _line, _lineStart) = (at, line, lineStart);
            return false;
        }

        _tokenLine = _line;
        _key = -1;
        if (_flows.Count > 0)
        {
            LoosenFlow();
        }
        else
        {
            ExpectColon();
        }

        return true;
    }

    private void SkipQuotedScalar(char quote)
    {
        var (startLine, startColumn) = (_line, Column);
        var isLoose = false;
        _at++;
        while (_at < _text.Length)
        {
            var character = _text[_at];
            if (character == quote)
            {
                _at++;
                if (quote == '"' || _at >= _text.Length || _text[_at] != quote)
                {
                    break;
                }

                _at++;
            }
            else if (character == '\\' && quote == '"' && _at + 1 < _text.Length && !IsBreak(_text[_at + 1]))
            {
                _at += 2;
            }
            else if (IsBreak(character))
            {
                NextLine();
                SkipSpace();
                if (_at >= _text.Length || IsBreak(_text[_at]))
                {
                    continue;
                }

                if (IsDocumentMarker())
                {
                    break;
                }

                if (Column <= Indent)
                {
                    isLoose = true;
                    if (quote == '"' || _flows.Count > 0)
                    {
                        Shift();
                    }
                }
            }
            else
            {
                _at++;
            }
        }

        if (isLoose)
        {
            _causes.Add(new LikelyCause(startLine, startColumn, _line));
        }

        if (_line != startLine)
        {
            _tokenLine = _line;
            _key = -1;
        }
    }

    private void LoosenFlow()
    {
        if (Column > Indent)
        {
            return;
        }

        Shift();
        var flow = _flows.Pop();
        _flows.Push(flow with { LooseLine = flow.LooseLine ?? _line });
    }

    private void EndFlow(FlowStart flow)
    {
        if (flow.LooseLine is { } line)
        {
            var isMatch = flow.Bracket == (_text[_at] == ']' ? '[' : '{');
            _causes.Add(new LikelyCause(flow.Line, flow.Column, isMatch ? line : _line));
        }
    }

    /// <summary>Moves the line to the right, so that it stands right of the key.</summary>
    private void Shift()
    {
        var columns = Indent + 1 - Column;
        if (_room >= columns && !_shifts.ContainsKey(_line))
        {
            _room -= columns;
            _shifts.Add(_line, columns);
            _edits.Add(new TextEdit(_lineStart, Removed: 0, new string(' ', columns)));
        }
    }

    private void SkipBlockScalar(bool isLiteral)
    {
        _at++;
        var increment = 0;
        while (_at < _text.Length && _text[_at] is '+' or '-' or (>= '1' and <= '9'))
        {
            increment = _text[_at] is '+' or '-' ? increment : _text[_at] - '0';
            _at++;
        }

        SkipLine();
        if (_at < _text.Length)
        {
            NextLine();
        }

        var content = SkipLeadingLines(isLiteral, increment > 0 ? Math.Max(Indent, 0) + increment : null);
        while (_at < _text.Length)
        {
            var (_, columns, isBlank) = LookAtLine();
            if (!isBlank && (columns < content || IsDocumentMarker()))
            {
                return;
            }

            SkipLine();
            NextLine();
        }
    }

    /// <summary>Takes the spaces out of empty lines before the text of a block scalar.</summary>
    /// <returns>The column of the text.</returns>
    private int SkipLeadingLines(bool isLiteral, int? column)
    {
        while (_at < _text.Length)
        {
            var (end, columns, isBlank) = LookAtLine();
            if (!isBlank)
            {
                return column ?? Math.Max(columns, Indent + 1);
            }

            if (columns > column)
            {
                // Here the spaces beyond the column are text. The scanner doesn't believe it unless there is something to be seen.
                if (isLiteral)
                {
                    _edits.Add(new TextEdit(end - 1, Removed: 1, _placeholder.ToString()));
                }

                return column.Value;
            }

            if (columns > 0)
            {
                _edits.Add(new TextEdit(_at, Removed: columns, ""));
            }

            _at = end;
            NextLine();
        }

        return column ?? Indent + 1;
    }

    /// <summary>The number of spaces with which the line begins that begins here, where they end, and whether that is all.</summary>
    private (int End, int Columns, bool IsBlank) LookAtLine()
    {
        var end = _at;
        while (end < _text.Length && _text[end] == ' ')
        {
            end++;
        }

        return (end, end - _at, end >= _text.Length || IsBreak(_text[end]));
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t')
        {
            _at++;
        }
    }

    private void SkipLine()
    {
        while (_at < _text.Length && !IsBreak(_text[_at]))
        {
            _at++;
        }
    }

    private void NextLine()
    {
        if (_at >= _text.Length)
        {
            return;
        }

        _at += _text[_at] == '\r' && _at + 1 < _text.Length && _text[_at + 1] == '\n' ? 2 : 1;
        _line++;
        _lineStart = _at;
    }

    private bool IsDocumentMarker() =>
        Column == 0 && IsWhiteOrEnd(_at + 3) &&
        (string.CompareOrdinal(_text, _at, "---", 0, 3) == 0 || string.CompareOrdinal(_text, _at, "...", 0, 3) == 0);

    private bool IsWhiteOrEnd(int at) => at >= _text.Length || _text[at] is ' ' or '\t' || IsBreak(_text[at]);

    private static bool IsFlowIndicator(char character) => character is ',' or '[' or ']' or '{' or '}';

    private static bool IsBreak(char character) => character is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private readonly record struct FlowStart(char Bracket, int Line, int Column, int? LooseLine);
}
