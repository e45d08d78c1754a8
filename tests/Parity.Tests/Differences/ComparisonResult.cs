namespace Parity.Tests.Differences;

/// <summary>What a comparison found.</summary>
/// <param name="Compared">How many things were compared.</param>
/// <param name="Differences">Where the clients are not the same.</param>
internal sealed record ComparisonResult(int Compared, IReadOnlyList<Difference> Differences)
{
    private const string Nothing = "(there is no such call)";

    /// <summary>Compares what two clients do, by what is done with them.</summary>
    public static ComparisonResult Of(ComparisonKind kind, IReadOnlyDictionary<string, string> official, IReadOnlyDictionary<string, string> ours)
    {
        var subjects = official.Keys.Union(ours.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new ComparisonResult(
            subjects.Count,
            [
                .. subjects
                    .Select(subject => new Difference(kind, subject, official.GetValueOrDefault(subject, Nothing), ours.GetValueOrDefault(subject, Nothing)))
                    .Where(difference => !string.Equals(difference.Official, difference.Ours, StringComparison.Ordinal)),
            ]);
    }

    /// <summary>Compares two sets of facts.</summary>
    public static ComparisonResult Of(ComparisonKind kind, IReadOnlySet<string> official, IReadOnlySet<string> ours) => new(
        official.Union(ours, StringComparer.Ordinal).Count(),
        [
            .. official.Except(ours, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(fact => new Difference(kind, "- " + fact)),
            .. ours.Except(official, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(fact => new Difference(kind, "+ " + fact)),
        ]);
}
