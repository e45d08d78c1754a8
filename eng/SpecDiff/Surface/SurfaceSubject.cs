using SpecDiff.Findings;

namespace SpecDiff.Surface;

/// <summary>What of a document a member stands for.</summary>
/// <param name="Where">The operation, path or schema.</param>
/// <param name="Place">Where that stands, or null.</param>
internal sealed record SurfaceSubject(string Where, Place? Place);
