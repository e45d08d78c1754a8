using System.Globalization;
using System.Text;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.JsonPaths;

/// <summary>Reads a query. Beside what RFC 9535 allows, a filter may stand in parentheses, and a name may have hyphens, as overlays write them.</summary>
internal sealed class JsonPathParser
{
    private const int MaximumDepth = 30;

    private readonly string _text;
    private int _at;
    private int _depth;

    private JsonPathParser(string text) => _text = text;

    /// <summary>Reads a query that begins with <c>$</c>.</summary>
    /// <exception cref="DocumentFormatException">It is none; the message says where and why.</exception>
    public static JsonPath Parse(string text)
    {
        var parser = new JsonPathParser(text);
        parser.SkipSpace();
        parser.Expect('$');
        var path = parser.ReadSteps();
        parser.SkipSpace();
        return parser._at == text.Length ? path : throw parser.Fault("nothing, a dot or a bracket");
    }

    private JsonPath ReadSteps()
    {
        var steps = new List<PathStep>();
        while (true)
        {
            var start = _at;
            SkipSpace();
            if (TryTake(".."))
            {
                steps.Add(new PathStep(IsDeep: true, Peek() == '[' ? ReadBracket() : [ReadDotted()]));
            }
            else if (TryTake("."))
            {
                steps.Add(new PathStep(IsDeep: false, [ReadDotted()]));
            }
            else if (Peek() == '[')
            {
                steps.Add(new PathStep(IsDeep: false, ReadBracket()));
            }
            else
            {
                _at = start;
                return new JsonPath(steps);
            }
        }
    }

    private PathSelector ReadDotted()
    {
        if (TryTake("*"))
        {
            return new PathSelector.OfAll();
        }

        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '-' or '$' || _text[_at] > '\u007f'))
        {
            _at++;
        }

        return _at > start ? new PathSelector.OfName(_text.Substring(start, _at - start)) : throw Fault("a name or '*'");
    }

    private List<PathSelector> ReadBracket()
    {
        Expect('[');
        var selectors = new List<PathSelector>();
        do
        {
            SkipSpace();
            selectors.Add(ReadSelector());
            SkipSpace();
        }
        while (TryTake(","));
        Expect(']');
        return selectors;
    }

    private PathSelector ReadSelector()
    {
        switch (Peek())
        {
            case '*':
                _at++;
                return new PathSelector.OfAll();
            case '\'' or '"':
                return new PathSelector.OfName(ReadQuoted());
            case '?':
                _at++;
                SkipSpace();
                return new PathSelector.OfCondition(ReadOr());
            default:
                return ReadIndexOrSlice();
        }
    }

    private PathSelector ReadIndexOrSlice()
    {
        var first = TryReadInteger();
        SkipSpace();
        if (!TryTake(":"))
        {
            return first is { } index ? new PathSelector.OfIndex(index) : throw Fault("a name in quotes, an index, '*' or a filter '?'");
        }

        SkipSpace();
        var end = TryReadInteger();
        SkipSpace();
        int? step = null;
        if (TryTake(":"))
        {
            SkipSpace();
            step = TryReadInteger();
        }

        return new PathSelector.OfSlice(first, end, step ?? 1);
    }

    private int? TryReadInteger()
    {
        var start = _at;
        if (Peek() == '-')
        {
            _at++;
        }

        while (_at < _text.Length && _text[_at] is >= '0' and <= '9')
        {
            _at++;
        }

        if (int.TryParse(_text.Substring(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        _at = start;
        return null;
    }

    private PathCondition ReadOr()
    {
        var condition = ReadAnd();
        SkipSpace();
        while (TryTake("||"))
        {
            condition = new PathCondition.Or(condition, ReadAnd());
            SkipSpace();
        }

        return condition;
    }

    private PathCondition ReadAnd()
    {
        var condition = ReadNot();
        SkipSpace();
        while (TryTake("&&"))
        {
            condition = new PathCondition.And(condition, ReadNot());
            SkipSpace();
        }

        return condition;
    }

    private PathCondition ReadNot()
    {
        if (++_depth > MaximumDepth)
        {
            throw Fault("fewer parentheses");
        }

        try
        {
            SkipSpace();
            if (Peek() == '!' && !(_at + 1 < _text.Length && _text[_at + 1] == '='))
            {
                _at++;
                return new PathCondition.Not(ReadNot());
            }

            if (!TryTake("("))
            {
                return ReadComparison();
            }

            var condition = ReadOr();
            SkipSpace();
            Expect(')');
            return condition;
        }
        finally
        {
            _depth--;
        }
    }

    private PathCondition ReadComparison()
    {
        var left = ReadOperand();
        SkipSpace();
        PathComparison? comparison =
            TryTake("==") ? PathComparison.Equal
            : TryTake("!=") ? PathComparison.NotEqual
            : TryTake("<=") ? PathComparison.LessOrEqual
            : TryTake(">=") ? PathComparison.GreaterOrEqual
            : TryTake("<") ? PathComparison.Less
            : TryTake(">") ? PathComparison.Greater
            : null;
        if (comparison is not { } found)
        {
            return left.Path is not null ? new PathCondition.Exists(left) : throw Fault("a comparison");
        }

        SkipSpace();
        return new PathCondition.Comparison(left, found, ReadOperand());
    }

    private PathOperand ReadOperand()
    {
        switch (Peek())
        {
            case '@' or '$':
                var isFromRoot = _text[_at++] == '$';
                return new PathOperand(ReadSteps(), isFromRoot, Literal: null);
            case '\'' or '"':
                return new PathOperand(Path: null, IsFromRoot: false, new ScalarNode(default, ReadQuoted(), isPlain: false));
            default:
                var start = _at;
                while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '.' or '-' or '+'))
                {
                    _at++;
                }

                var word = _text.Substring(start, _at - start);
                return word is "true" or "false" or "null" || double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                    ? new PathOperand(Path: null, IsFromRoot: false, new ScalarNode(default, word, isPlain: true))
                    : throw Fault("'@', '$', a text in quotes, a number, true, false or null");
        }
    }

    private string ReadQuoted()
    {
        var quote = _text[_at++];
        var value = new StringBuilder();
        while (_at < _text.Length && _text[_at] != quote)
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
            {
                _at++;
                value.Append(ReadEscaped());
            }
            else
            {
                value.Append(_text[_at++]);
            }
        }

        Expect(quote);
        return value.ToString();
    }

    private char ReadEscaped()
    {
        var character = _text[_at++];
        if (character == 'u' && _at + 4 <= _text.Length && ushort.TryParse(_text.Substring(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            _at += 4;
            return (char)code;
        }

        return character switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => character,
        };
    }

    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private bool TryTake(string expected)
    {
        if (string.CompareOrdinal(_text, _at, expected, 0, expected.Length) != 0)
        {
            return false;
        }

        _at += expected.Length;
        return true;
    }

    private void Expect(char expected)
    {
        if (Peek() != expected)
        {
            throw Fault($"'{expected}'");
        }

        _at++;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n')
        {
            _at++;
        }
    }

    private DocumentFormatException Fault(string expected) =>
        new(default, $"'{_text}' is no JSONPath: at character {(_at + 1).ToString(CultureInfo.InvariantCulture)} stands {(_at < _text.Length ? $"'{_text[_at]}'" : "nothing")}, and {expected} is expected");
}
