using System.Text.RegularExpressions;

namespace SpecDiff.Surface;

/// <summary>Names of types within code.</summary>
internal static partial class TypeNames
{
    /// <summary>A text with each name in it replaced, or kept where there is nothing to replace it with.</summary>
    /// <param name="text">Code with full names.</param>
    /// <param name="replacement">What stands for a name; null to keep it.</param>
    public static string Replace(string text, Func<string, string?> replacement) =>
        Name().Replace(text, match => replacement(match.Value) ?? match.Value);

    /// <summary>The names in a text.</summary>
    public static IEnumerable<string> In(string text) => Name().Matches(text).Select(match => match.Value);

    /// <summary>A name without what it stands in.</summary>
    public static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..];

    [GeneratedRegex(@"(?<![\w.])[\p{L}_][\w.]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Name();
}
