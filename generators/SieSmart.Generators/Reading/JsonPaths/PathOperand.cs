using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading.JsonPaths;

/// <summary>A side of a comparison: a query from the current node (<c>@</c>) or from the root (<c>$</c>), or a value that is written out.</summary>
/// <param name="Path">The query; null for a value.</param>
/// <param name="IsFromRoot">Whether the query begins at the root.</param>
/// <param name="Literal">The value; null for a query.</param>
internal sealed record PathOperand(JsonPath? Path, bool IsFromRoot, ScalarNode? Literal)
{
    /// <summary>The node that it stands for; null if there is none.</summary>
    public DocumentNode? Find(NodeLocation current, NodeLocation root) =>
        Literal ?? (Path?.Find(IsFromRoot ? root : current) is { Count: > 0 } found ? found[0].Node : null);
}
