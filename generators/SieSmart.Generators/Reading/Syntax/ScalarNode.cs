using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>A string, number, boolean or null.</summary>
internal sealed class ScalarNode(TextPosition position, string value, bool isPlain) : DocumentNode(position)
{
    /// <summary>The text.</summary>
    public string Value { get; } = value;

    /// <summary>Whether it stood without quotes, and so may be a number, boolean or null.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>Whether it is null.</summary>
    public bool IsNull => IsPlain && Value is ("" or "null" or "~" or "Null" or "NULL");

    /// <inheritdoc/>
    public override string KindName => "a scalar";
}
