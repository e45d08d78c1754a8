using YamlDotNet.RepresentationModel;

namespace DirectJson.Tests.Constructs;

/// <summary>The list of constructs, in <c>constructs.yaml</c>.</summary>
internal static class ConstructList
{
    public static IReadOnlyList<Construct> All { get; } = Read();

    /// <summary>The table of the page, whose rows are these.</summary>
    public static string Table => "| Construct | What becomes of it |\n|---|---|\n" + string.Concat(All.Select(construct => $"| {construct.Name} | {construct.Verdict}{Link(construct)} |\n"));

    private static string Link(Construct construct) => construct.Warning is { } id ? $" ([{id}](rules/{id}.md))" : "";

    private static IReadOnlyList<Construct> Read()
    {
        var stream = new YamlStream();
        using (var reader = File.OpenText(Path.Combine(AppContext.BaseDirectory, "Constructs", "constructs.yaml")))
        {
            stream.Load(reader);
        }

        return [.. ((YamlSequenceNode)stream.Documents[0].RootNode).Cast<YamlMappingNode>().Select(Read)];
    }

    private static Construct Read(YamlMappingNode entry)
    {
        // A schema alone is what a read answers.
        var operation = Text(entry, "operation")
            ?? $"get: {{ responses: {{ '200': {{ description: ok, content: {{ application/json: {{ schema:\n  {Text(entry, "schema")} }} }} }} }} }}";
        return new Construct(
            Text(entry, "construct")!,
            Text(entry, "verdict")!,
            operation,
            Text(entry, "components"),
            Text(entry, "openapi") ?? "3.1.0",
            Text(entry, "answer"),
            Text(entry, "written"),
            Text(entry, "body"),
            entry.Children.TryGetValue("query", out var query) ? ((YamlMappingNode)query).Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => ((YamlScalarNode)pair.Value).Value!, StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal),
            Text(entry, "sent"),
            Text(entry, "warning"),
            Text(entry, "at"));
    }

    private static string? Text(YamlMappingNode entry, string key) => entry.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;
}
