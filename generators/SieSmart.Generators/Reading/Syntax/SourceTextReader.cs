using Microsoft.CodeAnalysis.Text;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>Reads a source text without making one string of it.</summary>
internal sealed class SourceTextReader(SourceText text) : TextReader
{
    private int _position;

    /// <inheritdoc/>
    public override int Peek() => _position < text.Length ? text[_position] : -1;

    /// <inheritdoc/>
    public override int Read() => _position < text.Length ? text[_position++] : -1;

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        var copied = Math.Min(count, text.Length - _position);
        text.CopyTo(_position, buffer, index, copied);
        _position += copied;
        return copied;
    }
}
