namespace SieSmart.Generators.Reading.Syntax;

/// <summary>A list.</summary>
internal sealed class SequenceNode(TextPosition position, List<DocumentNode> items) : DocumentNode(position)
{
    /// <summary>Its items.</summary>
    public IReadOnlyList<DocumentNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string KindName => "a list";
}
