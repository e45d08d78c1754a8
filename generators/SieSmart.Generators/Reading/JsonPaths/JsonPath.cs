namespace SieSmart.Generators.Reading.JsonPaths;

/// <summary>A query for nodes of a document (RFC 9535, without its functions).</summary>
internal sealed class JsonPath(IReadOnlyList<PathStep> steps)
{
    /// <summary>The nodes that it finds, each once, in the order of the document.</summary>
    public IReadOnlyList<NodeLocation> Find(NodeLocation root)
    {
        IEnumerable<NodeLocation> found = [root];
        foreach (var step in steps)
        {
            found = found.SelectMany(location => step.Find(location, root)).ToList();
        }

        // A descendant may be come upon from several of its ancestors.
        var seen = new HashSet<(Syntax.DocumentNode? Parent, int Index)>();
        return found.Where(location => seen.Add((location.Parent?.Node, location.Index))).ToList();
    }
}
