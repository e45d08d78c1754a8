using System.Text;

namespace SieSmart.Generators.Text;

/// <summary>Writes indented text whose lines end in <c>\n</c> on every operating system.</summary>
internal sealed class IndentedWriter
{
    private const string Indentation = "    ";

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a line; an empty one without indentation.</summary>
    public void Line(string line = "") => Line(line, 0, line.Length);

    /// <summary>Writes lines that were written already, indented further.</summary>
    public void Lines(string lines)
    {
        var length = lines.Length;
        while (length > 0 && lines[length - 1] == '\n')
        {
            length--;
        }

        for (var start = 0; start <= length;)
        {
            var end = lines.IndexOf('\n', start, length - start);
            end = end < 0 ? length : end;
            Line(lines, start, end - start);
            start = end + 1;
        }
    }

    /// <summary>Writes an opening line and a brace, and indents until the result is disposed of, which closes the brace.</summary>
    public Block Open(string opening, string closing = "}")
    {
        Line(opening);
        Line("{");
        _depth++;
        return new Block(this, closing);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Line(string text, int start, int length)
    {
        if (length > 0)
        {
            for (var level = 0; level < _depth; level++)
            {
                _text.Append(Indentation);
            }

            _text.Append(text, start, length);
        }

        _text.Append('\n');
    }

    /// <summary>An open brace.</summary>
    internal readonly struct Block(IndentedWriter writer, string closing) : IDisposable
    {
        /// <summary>Closes the brace.</summary>
        public void Dispose()
        {
            writer._depth--;
            writer.Line(closing);
        }
    }
}
