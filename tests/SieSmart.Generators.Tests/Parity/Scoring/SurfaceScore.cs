using System.Globalization;
using System.Text;

namespace SieSmart.Generators.Tests.Parity.Scoring;

/// <summary>Two surfaces compared as sets of lines.</summary>
internal sealed class SurfaceScore
{
    private const string ObsoletePrefix = "obsolete ";

    private SurfaceScore(IReadOnlyList<KindScore> kinds, IReadOnlyList<string> missing, IReadOnlyList<string> extra)
    {
        Kinds = kinds;
        Missing = missing;
        Extra = extra;
    }

    /// <summary>Each kind of line that either surface has, in ordinal order.</summary>
    public IReadOnlyList<KindScore> Kinds { get; }

    /// <summary>What counts: every kind that is not obsolete.</summary>
    public KindScore Current => KindScore.Sum("current", Kinds.Where(kind => !IsObsolete(kind.Kind)));

    public KindScore Obsolete => KindScore.Sum("obsolete", Kinds.Where(kind => IsObsolete(kind.Kind)));

    public KindScore Overall => KindScore.Sum("overall", Kinds);

    /// <summary>The lines that only the expected surface has.</summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>The lines that only the actual surface has.</summary>
    public IReadOnlyList<string> Extra { get; }

    public static SurfaceScore Compare(string expected, string actual)
    {
        var expectedLines = Lines(expected);
        var actualLines = Lines(actual);
        var kinds = expectedLines.Union(actualLines, StringComparer.Ordinal)
            .GroupBy(Kind, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new KindScore(
                group.Key,
                Matched: group.Count(line => expectedLines.Contains(line) && actualLines.Contains(line)),
                Missing: group.Count(line => !actualLines.Contains(line)),
                Extra: group.Count(line => !expectedLines.Contains(line))));

        return new SurfaceScore(
            [.. kinds],
            [.. expectedLines.Except(actualLines, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. actualLines.Except(expectedLines, StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>A table: one row a kind, then the sums.</summary>
    public override string ToString()
    {
        var table = new StringBuilder();
        foreach (var row in (IEnumerable<KindScore>)[.. Kinds, Current, Obsolete, Overall])
        {
            table.Append(CultureInfo.InvariantCulture, $"{row.Kind,-24} {row.Matched,5} matched {row.Missing,5} missing {row.Extra,5} extra {row.Jaccard,8:F4}\n");
        }

        return table.ToString();
    }

    /// <summary>The lines that differ, in the form of a diff.</summary>
    public string Differences() =>
        string.Concat(Missing.Select(line => $"- {line}\n")) + string.Concat(Extra.Select(line => $"+ {line}\n"));

    private static HashSet<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    private static string Kind(string line)
    {
        var start = IsObsolete(line) ? ObsoletePrefix.Length : 0;
        var end = line.IndexOf(' ', start);
        return end < 0 ? line : line[..end];
    }

    private static bool IsObsolete(string text) => text.StartsWith(ObsoletePrefix, StringComparison.Ordinal);
}
