using System.Globalization;

namespace SpecDiff.Tests.Documentation;

/// <summary>Reads the table of a changelog.</summary>
internal static class Changelog
{
    private const string Unknown = "not known";

    /// <summary>The entries, newest first.</summary>
    /// <exception cref="FormatException">A row has no version, or a date that is none.</exception>
    public static IReadOnlyList<ChangelogEntry> Read(string page) =>
    [
        .. page.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).Select(line => Entry(line.Split('|', StringSplitOptions.TrimEntries))),
    ];

    /// <summary>What is wrong with the entries of the description of a version; empty if nothing is.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<ChangelogEntry> entries, Version version)
    {
        if (entries.Count == 0 || entries[0].Versions[^1] != version)
        {
            yield return $"The newest entry is {(entries.Count == 0 ? "missing" : entries[0].Versions[^1])}, and info.version of the description is {version}. Add an entry, or correct the version.";
        }

        foreach (var (newer, older) in entries.Zip(entries.Skip(1)))
        {
            if (newer.Versions[0] <= older.Versions[^1])
            {
                yield return $"{newer.Versions[0]} stands above {older.Versions[^1]}. Put the newest first, each once.";
            }
        }

        var dated = entries.Where(entry => entry.Date is not null).ToList();
        foreach (var (newer, older) in dated.Zip(dated.Skip(1)))
        {
            if (newer.Date < older.Date)
            {
                yield return $"{newer.Versions[^1]} is older than {older.Versions[^1]} by its date. Correct one of the dates.";
            }
        }
    }

    private static ChangelogEntry Entry(string[] cells)
    {
        var versions = cells[1].Split(" to ").Select(Version.Parse).ToList();
        DateOnly? date = cells[2] == Unknown ? null : DateOnly.ParseExact(cells[2], "d MMMM yyyy", CultureInfo.InvariantCulture);
        return new ChangelogEntry(versions, date);
    }
}
