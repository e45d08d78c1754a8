using System.Globalization;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>Reads what people are told of the values of a schema or parameter: limits and examples. What makes no sense is left out, since nothing depends on it.</summary>
internal static class LimitReader
{
    private const int MostExamples = 3;
    private const int LongestText = 200;

    /// <summary>The limits of a schema.</summary>
    public static SchemaLimits Limits(MappingNode node)
    {
        // 3.0 has a flag beside the limit where later versions have another limit.
        var (isMinimumExclusive, minimum) = Bound(node, "minimum", "exclusiveMinimum");
        var (isMaximumExclusive, maximum) = Bound(node, "maximum", "exclusiveMaximum");
        var limits = new SchemaLimits(
            minimum, isMinimumExclusive, maximum, isMaximumExclusive, Number(node, "multipleOf"), Count(node, "minLength"), Count(node, "maxLength"),
            (node["pattern"] as ScalarNode)?.Value is { Length: > 0 and <= LongestText } pattern ? pattern : null,
            Count(node, "minItems"), Count(node, "maxItems"), node.IsTrue("uniqueItems"));
        return limits == SchemaLimits.None ? SchemaLimits.None : limits;
    }

    /// <summary>The examples of a schema or parameter that are values and short.</summary>
    public static IReadOnlyList<string> Examples(MappingNode node)
    {
        var examples = node["examples"];
        if (examples is null && node["example"] is null)
        {
            return [];
        }

        IEnumerable<DocumentNode?> several = examples switch
        {
            SequenceNode list => list.Items,
            MappingNode named => named.Entries.Select(entry => (entry.Value as MappingNode)?["value"]),
            _ => [],
        };
        List<string>? found = null;
        foreach (var text in several.Prepend(node["example"]).OfType<ScalarNode>().Where(example => !example.IsNull && example.Value.Length is > 0 and <= LongestText).Select(example => example.Value))
        {
            found ??= [];
            if (found.Count < MostExamples && !found.Contains(text))
            {
                found.Add(text);
            }
        }

        return found ?? (IReadOnlyList<string>)[];
    }

    private static (bool IsExclusive, string? Limit) Bound(MappingNode node, string key, string exclusiveKey) =>
        Number(node, exclusiveKey) is { } exclusive ? (true, exclusive) : (node.IsTrue(exclusiveKey), Number(node, key));

    private static string? Number(MappingNode node, string key) =>
        node[key] is ScalarNode { Value: var text } && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && text.Length <= LongestText ? text : null;

    private static string? Count(MappingNode node, string key) =>
        node[key] is ScalarNode { Value: var text } && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? text : null;
}
