using System.Collections.Immutable;
using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>A list.</summary>
internal sealed class SequenceNode(TextPosition position, ImmutableArray<DocumentNode> items) : DocumentNode(position)
{
    /// <summary>Its items.</summary>
    public ImmutableArray<DocumentNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string KindName => "a list";
}
