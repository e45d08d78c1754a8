namespace SpecDiff.Findings;

/// <summary>All that differs between two documents.</summary>
/// <param name="Old">The old document.</param>
/// <param name="New">The new one.</param>
/// <param name="Findings">The changes, in the order in which they are shown.</param>
internal sealed record Report(DocumentName Old, DocumentName New, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether nobody has to do anything.</summary>
    public bool IsSafe => Count(Severity.Breaking) + Count(Severity.Dangerous) == 0;

    /// <summary>How many changes there are of a severity.</summary>
    public int Count(Severity severity) => Findings.Count(finding => finding.Rule.Severity == severity);
}
