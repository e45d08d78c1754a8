using System.Globalization;
using SieSmart.Generators.Reading;
using SieSmart.Generators.Reading.Syntax;

namespace SpecDiff.Wire;

/// <summary>Writes nodes so that two that say the same look the same.</summary>
internal static class Canonical
{
    private const int MaximumDepth = 20;

    private static readonly HashSet<string> Words = new(["description", "summary", "title", "example", "examples", "externalDocs", "xml", "$comment"], StringComparer.Ordinal);

    /// <summary>Whether a key is there for readers alone.</summary>
    public static bool IsForReaders(string key) => Words.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal);

    /// <summary>A node as text: keys sorted, words for readers left out, references followed.</summary>
    public static string Text(DocumentNode? node, ReferenceResolver references) => Text(node, references, depth: 0);

    /// <summary>A scalar as text: numbers in one spelling, strings in quotes.</summary>
    public static string Scalar(ScalarNode scalar) =>
        scalar.IsNull ? "null"
        : !scalar.IsPlain ? "'" + scalar.Value + "'"
        : decimal.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("0.############################", CultureInfo.InvariantCulture)
        : scalar.Value is "true" or "false" ? scalar.Value
        : "'" + scalar.Value + "'";

    private static string Text(DocumentNode? node, ReferenceResolver references, int depth)
    {
        if (depth > MaximumDepth)
        {
            return "…";
        }

        return references.Resolve(node) switch
        {
            ScalarNode scalar => Scalar(scalar),
            SequenceNode list => "[" + string.Join(", ", list.Items.Select(item => Text(item, references, depth + 1))) + "]",
            MappingNode mapping => "{" + string.Join(", ", mapping.Entries
                .Where(entry => !IsForReaders(entry.Name))
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)
                .Select(entry => entry.Name + ": " + Text(entry.Value, references, depth + 1))) + "}",
            _ => "",
        };
    }
}
