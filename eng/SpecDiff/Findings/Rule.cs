namespace SpecDiff.Findings;

/// <summary>A kind of change.</summary>
/// <param name="Id">Its name, by which scripts know it.</param>
/// <param name="Side">Where it is seen.</param>
/// <param name="Severity">What it does to callers.</param>
/// <param name="Meaning">What has changed.</param>
/// <param name="Action">What callers do about it.</param>
internal sealed record Rule(string Id, Side Side, Severity Severity, string Meaning, string Action);
