using YamlDotNet.RepresentationModel;

namespace Parity.Tests.Differences;

/// <summary>The list of differences that are wanted, in <c>intended-differences.yaml</c>.</summary>
internal static class IntendedDifferences
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Differences");

    public static IReadOnlyList<IntendedDifference> All { get; } = Read();

    /// <summary>How the rows of docs/kiota-parity.md begin that say where the client differs from Kiota's.</summary>
    public static IReadOnlySet<string> Rows { get; } = File.ReadLines(Path.Combine(Folder, "kiota-parity.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Split(" | ")[0][2..].Trim())
        .ToHashSet(StringComparer.Ordinal);

    private static IReadOnlyList<IntendedDifference> Read()
    {
        var stream = new YamlStream();
        using (var reader = File.OpenText(Path.Combine(Folder, "intended-differences.yaml")))
        {
            stream.Load(reader);
        }

        return [.. ((YamlSequenceNode)stream.Documents[0].RootNode).Cast<YamlMappingNode>().SelectMany(Entries)];
    }

    /// <summary>An entry is about one construct, which may show in what is seen, sent and read.</summary>
    private static IEnumerable<IntendedDifference> Entries(YamlMappingNode entry)
    {
        var document = Text(entry, "document");
        var row = Text(entry, "row");
        var reason = Text(entry, "reason");
        return
            from comparison in ((YamlMappingNode)entry["differences"]).Children
            from subject in (YamlSequenceNode)comparison.Value
            from kind in Kinds(((YamlScalarNode)comparison.Key).Value!)
            select new IntendedDifference(document, kind, ((YamlScalarNode)subject).Value!, row, reason);
    }

    /// <summary>A shape differs in both of its forms, unless it is said to be the older one's.</summary>
    private static ComparisonKind[] Kinds(string name) => Enum.Parse<ComparisonKind>(name, ignoreCase: true) switch
    {
        ComparisonKind.Shape => [ComparisonKind.Shape, ComparisonKind.OlderShape],
        var kind => [kind],
    };

    private static string Text(YamlMappingNode entry, string key) => ((YamlScalarNode)entry[key]).Value!;
}
