using SpecDiff.Findings;

namespace SpecDiff.Surface;

/// <summary>What has changed of a member.</summary>
/// <param name="Rule">The kind of change.</param>
/// <param name="Detail">What exactly.</param>
/// <param name="Was">What it was, or null.</param>
/// <param name="Is">What it is, or null.</param>
internal sealed record MemberChange(Rule Rule, string Detail, string? Was, string? Is);
