using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>A document can't be read any further.</summary>
internal sealed class DocumentFormatException(TextPosition position, string message) : Exception(message)
{
    /// <summary>Where.</summary>
    public TextPosition Position { get; } = position;
}
