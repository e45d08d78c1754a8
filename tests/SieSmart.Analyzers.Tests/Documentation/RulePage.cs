using System.Text.RegularExpressions;

namespace SieSmart.Analyzers.Tests.Documentation;

/// <summary>The page of a rule in <c>docs/rules</c>.</summary>
internal sealed partial class RulePage(string id)
{
    private readonly string _text = Repository.Read($"docs/rules/{id}.md");

    /// <summary>The first line.</summary>
    public string Heading => _text[.._text.IndexOf('\n', StringComparison.Ordinal)];

    /// <summary>The examples of a section.</summary>
    public IReadOnlyList<string> Examples(string section)
    {
        var start = _text.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"docs/rules/{id}.md has no section '## {section}'.");
        var end = _text.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return [.. Code().Matches(end < 0 ? _text[start..] : _text[start..end]).Select(match => match.Groups["code"].Value)];
    }

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
