namespace SpecDiff.Findings;

/// <summary>A change.</summary>
/// <param name="Rule">Its kind.</param>
/// <param name="Where">The operation (<c>PUT /path</c>), path, schema or <c>API</c> that it concerns.</param>
/// <param name="What">What has changed there.</param>
/// <param name="Was">What it was before, or null.</param>
/// <param name="Is">What it is now, or null.</param>
/// <param name="Place">Where it stands; null if no line can be told.</param>
internal sealed record Finding(Rule Rule, string Where, string What, string? Was, string? Is, Place? Place)
{
    /// <summary>Other operations that the same happened to.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
