namespace SpecDiff.Tests.Surface;

/// <summary>Shows how two listings differ.</summary>
internal static class LineDifference
{
    private const int MostShown = 60;

    /// <summary>The lines that went (-) and came (+), each below the type that it belongs to.</summary>
    public static string Of(string approved, string actual)
    {
        var old = Lines(approved);
        var now = Lines(actual);
        var oldSet = old.ToHashSet(StringComparer.Ordinal);
        var newSet = now.ToHashSet(StringComparer.Ordinal);
        List<string> lines = [.. old.Where(line => !newSet.Contains(line)).Select(line => "- " + line), .. now.Where(line => !oldSet.Contains(line)).Select(line => "+ " + line)];
        if (lines.Count == 0)
        {
            return "The lines are the same, in another order.";
        }

        var sorted = lines.OrderBy(line => line[2..].Split(' ')[0], StringComparer.Ordinal).ToList();
        return string.Join("\n", sorted.Take(MostShown)) + (sorted.Count > MostShown ? $"\n… and {sorted.Count - MostShown} more" : "");
    }

    /// <summary>Each member behind its type, so that lines mean something alone.</summary>
    private static List<string> Lines(string listing)
    {
        var lines = new List<string>();
        var type = "";
        foreach (var line in listing.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith(' '))
            {
                lines.Add(type + " > " + line.Trim());
            }
            else
            {
                type = line.Split(" : ")[0].Split(' ')[^1];
                lines.Add(type + " = " + line);
            }
        }

        return lines;
    }
}
