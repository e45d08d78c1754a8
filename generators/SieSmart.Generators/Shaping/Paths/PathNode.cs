using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping.Paths;

/// <summary>A place in the tree of all paths.</summary>
internal sealed class PathNode(PathNode? parent, PathSegment? segment)
{
    private readonly List<PathNode> _children = [];
    private readonly Dictionary<string, PathNode> _childrenByText = new(StringComparer.Ordinal);

    /// <summary>The place above; null at the root.</summary>
    public PathNode? Parent { get; } = parent;

    /// <summary>The segment that leads here; null at the root.</summary>
    public PathSegment? Segment { get; } = segment;

    /// <summary>The names that the document gives the segment's parameter, where siblings were merged.</summary>
    public List<string> ParameterNames { get; } = segment is { Kind: PathSegmentKind.Parameter } ? [segment.Parameters[0]] : [];

    /// <summary>The places below, in the order of the document.</summary>
    public IReadOnlyList<PathNode> Children => _children;

    /// <summary>The paths that end here: one, or several where siblings were merged.</summary>
    public List<PathItem> Items { get; } = [];

    /// <summary>All paths that end here or below.</summary>
    public IEnumerable<PathItem> ItemsBelow => Items.Concat(Children.SelectMany(child => child.ItemsBelow));

    /// <summary>This place and all places below.</summary>
    public IEnumerable<PathNode> AndBelow => new[] { this }.Concat(Children.SelectMany(child => child.AndBelow));

    /// <summary>The paths that describe the segment's parameter: those that end here, else the first one below.</summary>
    public IReadOnlyList<PathItem> Describing => Items.Count > 0 ? Items : Children.Count > 0 ? Children[0].Describing : [];

    /// <summary>The place below that a segment leads to, or null.</summary>
    public PathNode? Child(string segment) => _childrenByText.TryGetValue(segment, out var child) ? child : null;

    /// <summary>Adds a place below.</summary>
    public void Add(PathNode child)
    {
        _children.Add(child);
        _childrenByText[child.Segment!.Text] = child;
    }
}
