using SieSmart.Generators.Positions;

namespace SieSmart.Generators.Reading.Syntax;

/// <summary>A node of a YAML or JSON document. Nodes compare by identity.</summary>
internal abstract class DocumentNode(TextPosition position)
{
    /// <summary>Where it begins.</summary>
    public TextPosition Position { get; } = position;

    /// <summary>Its <c>$ref</c>, or null.</summary>
    public ScalarNode? Reference => (this as MappingNode)?["$ref"] as ScalarNode;

    /// <summary>What it is, for messages.</summary>
    public abstract string KindName { get; }
}
