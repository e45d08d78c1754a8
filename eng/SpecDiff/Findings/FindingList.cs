namespace SpecDiff.Findings;

/// <summary>Collects findings.</summary>
internal sealed class FindingList
{
    // The same words for a few operations are read faster one by one than as "three operations".
    private const int FewestMerged = 3;

    private readonly HashSet<Finding> _seen = [];

    /// <summary>Adds a finding, unless the same one is there already.</summary>
    public void Add(Rule rule, string where, string what, string? was, string? now, Place? place) =>
        _seen.Add(new Finding(rule, where, what, was, now, place));

    /// <summary>
    /// All findings in the order of a report: by severity, then by their places. What happened to many operations in the same
    /// words is one finding.
    /// </summary>
    public IReadOnlyList<Finding> InOrder() =>
    [
        .. Sorted(_seen
            .GroupBy(finding => (finding.Rule, finding.What, finding.Was, finding.Is))
            .SelectMany(group => Merged([.. Sorted(group)]))),
    ];

    private static IEnumerable<Finding> Merged(IReadOnlyList<Finding> alike)
    {
        var operations = alike.Select(finding => finding.Where).Distinct(StringComparer.Ordinal).ToList();
        return operations.Count >= FewestMerged && alike[0].Rule.Side == Side.Wire
            ? [alike[0] with { Also = [.. operations.Skip(1)] }]
            : alike;
    }

    private static IOrderedEnumerable<Finding> Sorted(IEnumerable<Finding> findings) => findings
        .OrderBy(finding => finding.Rule.Severity)
        .ThenBy(finding => finding.Place?.Line ?? 0)
        .ThenBy(finding => finding.Where, StringComparer.Ordinal)
        .ThenByDescending(finding => finding.Rule.Side)
        .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
        .ThenBy(finding => finding.What, StringComparer.Ordinal)
        .ThenBy(finding => finding.Was, StringComparer.Ordinal)
        .ThenBy(finding => finding.Is, StringComparer.Ordinal);
}
