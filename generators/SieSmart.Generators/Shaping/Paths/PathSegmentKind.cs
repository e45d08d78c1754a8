namespace SieSmart.Generators.Shaping.Paths;

/// <summary>What a part of a path between slashes becomes.</summary>
internal enum PathSegmentKind
{
    /// <summary>A property.</summary>
    Literal,

    /// <summary>An indexer.</summary>
    Parameter,

    /// <summary>A method: text and parameters mixed.</summary>
    Mixed,
}
