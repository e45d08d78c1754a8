using System.Text.RegularExpressions;

namespace SharedBudgets.Simulation.Pages;

/// <summary>A page that people write, with gaps for what is computed: <c>{{name}}</c>.</summary>
internal static partial class PageTemplate
{
    /// <summary>Fills the gaps.</summary>
    /// <exception cref="InvalidOperationException">There is nothing for a gap, or no gap for something.</exception>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        var unused = values.Keys.ToHashSet(StringComparer.Ordinal);
        var page = Gap().Replace(template.ReplaceLineEndings("\n"), match =>
        {
            var name = match.Groups["name"].Value;
            unused.Remove(name);
            return values.TryGetValue(name, out var value) ? value : throw new InvalidOperationException($"The page has a gap '{name}', and nothing is computed for it. Name one of: {string.Join(", ", values.Keys)}.");
        });
        return unused.Count == 0 ? page : throw new InvalidOperationException($"The page has no gap for what is computed: {string.Join(", ", unused)}. Add them to Pages/scale.template.md.");
    }

    [GeneratedRegex(@"\{\{(?<name>[a-z0-9-]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gap();
}
