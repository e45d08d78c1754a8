using System.Text;

namespace SieSmart.Generators.Text;

/// <summary>Writes indented text whose lines end in <c>\n</c> on every operating system.</summary>
internal sealed class IndentedWriter
{
    private const string Indentation = "    ";

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a line; an empty one without indentation.</summary>
    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            for (var level = 0; level < _depth; level++)
            {
                _text.Append(Indentation);
            }

            _text.Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>Writes lines that were written already, indented further.</summary>
    public void Lines(string lines)
    {
        foreach (var line in lines.TrimEnd('\n').Split('\n'))
        {
            Line(line);
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
