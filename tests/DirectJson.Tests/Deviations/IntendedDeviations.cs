using System.Text;
using YamlDotNet.RepresentationModel;

namespace DirectJson.Tests.Deviations;

/// <summary>The list of deviations, in <c>deviations.yaml</c>.</summary>
internal static class IntendedDeviations
{
    public static IReadOnlyList<Deviation> All { get; } = Read();

    /// <summary>Whether a difference is wanted.</summary>
    public static bool Accept(string document, string call, string kiota, string direct) => All.Any(deviation => deviation.Accepts(document, call, kiota, direct));

    private static IReadOnlyList<Deviation> Read()
    {
        var stream = new YamlStream();
        using (var reader = File.OpenText(Path.Combine(AppContext.BaseDirectory, "Deviations", "deviations.yaml")))
        {
            stream.Load(reader);
        }

        return
        [
            .. ((YamlSequenceNode)stream.Documents[0].RootNode).Cast<YamlMappingNode>().Select(entry => new Deviation(
                Text(entry, "name"),
                Text(entry, "reason"),
                Flow(entry["schema"]),
                Text(entry, "json"),
                Text(entry, "kiota"),
                Text(entry, "direct"),
                entry.Children.TryGetValue("contains", out var contains) ? ((YamlScalarNode)contains).Value : null,
                entry.Children.TryGetValue("accepted", out var accepted) ? [.. Accepted((YamlMappingNode)accepted)] : [])),
        ];
    }

    private static IEnumerable<KeyValuePair<string, string>> Accepted(YamlMappingNode accepted) =>
        from document in accepted.Children
        from call in (YamlSequenceNode)document.Value
        select new KeyValuePair<string, string>(((YamlScalarNode)document.Key).Value!, ((YamlScalarNode)call).Value!);

    private static string Text(YamlMappingNode entry, string key) => ((YamlScalarNode)entry[key]).Value!;

    /// <summary>A schema on one line, for a document that is written around it.</summary>
    private static string Flow(YamlNode node) => node switch
    {
        YamlMappingNode mapping => "{ " + string.Join(", ", mapping.Children.Select(child => $"{Flow(child.Key)}: {Flow(child.Value)}")) + " }",
        YamlSequenceNode sequence => "[ " + string.Join(", ", sequence.Select(Flow)) + " ]",
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain } scalar => scalar.Value!,
        YamlScalarNode scalar => new StringBuilder("'").Append(scalar.Value!.Replace("'", "''", StringComparison.Ordinal)).Append('\'').ToString(),
        _ => throw new InvalidDataException($"A schema of a deviation has a {node.NodeType}."),
    };
}
