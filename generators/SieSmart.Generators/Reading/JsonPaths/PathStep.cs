namespace SieSmart.Generators.Reading.JsonPaths;

/// <summary>A segment of a query: selectors, for the children of a node or for those of everything in it.</summary>
/// <param name="IsDeep">Whether it was written with two dots.</param>
/// <param name="Selectors">What it selects.</param>
internal sealed record PathStep(bool IsDeep, IReadOnlyList<PathSelector> Selectors)
{
    /// <summary>What is selected below a node.</summary>
    public IEnumerable<NodeLocation> Find(NodeLocation location, NodeLocation root) =>
        (IsDeep ? location.DescendantsAndSelf() : [location]).SelectMany(parent => Selectors.SelectMany(selector => selector.Select(parent, root)));
}
