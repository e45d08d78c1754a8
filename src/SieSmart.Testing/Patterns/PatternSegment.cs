using System.Text.RegularExpressions;
using SieSmart.Pipeline;

namespace SieSmart.Testing;

/// <summary>What stands between two slashes of a pattern: literals, and parameters of one character or more. Immutable.</summary>
internal sealed class PatternSegment
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(5);

    /// <summary>Null for a literal, which is compared.</summary>
    private readonly Regex? _regex;

    private PatternSegment(string text, IReadOnlyList<string> names, IReadOnlyList<string> literals)
    {
        Text = text;
        Names = names;
        LiteralLength = names.Count == 0 ? int.MaxValue : literals.Sum(literal => literal.Length);
        Shape = names.Count == 0 ? Uri.EscapeDataString(text) : string.Join("{}", literals.Select(Uri.EscapeDataString));
        _regex = names.Count == 0
            ? null
            : new Regex($"^{string.Join("(.+?)", literals.Select(Regex.Escape))}$", RegexOptions.CultureInvariant | RegexOptions.Singleline, LongestMatch);
    }

    /// <summary>A literal without its escapes, or the segment as it was written.</summary>
    public string Text { get; }

    /// <summary>The names of its parameters, in their order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>How much of the segment is fixed; the greatest number if it has no parameter.</summary>
    public int LiteralLength { get; }

    /// <summary>The segment without the names of its parameters.</summary>
    public string Shape { get; }

    public static PatternSegment Literal(string escaped) => new(Uri.UnescapeDataString(escaped), [], []);

    /// <exception cref="ArgumentException">Its braces don't fit together.</exception>
    public static PatternSegment Parse(string segment, string path)
    {
        var names = new List<string>();
        var literals = new List<string>();
        var position = 0;
        for (var open = segment.IndexOf('{'); open >= 0; open = segment.IndexOf('{', position))
        {
            var close = segment.IndexOf('}', open);
            var name = close < 0 ? string.Empty : segment.Substring(open + 1, close - open - 1);
            if (name.Length == 0 || name.Contains('{') || segment.IndexOf('}', position, open - position) >= 0)
            {
                throw Malformed(path);
            }

            var literal = segment.Substring(position, open - position);
            literals.Add(Uri.UnescapeDataString(literal));
            names.Add(name);
            position = close + 1;
        }

        var rest = segment.Substring(position);
        if (rest.Contains('}'))
        {
            throw Malformed(path);
        }

        literals.Add(Uri.UnescapeDataString(rest));
        return names.Count == 0 ? Literal(segment) : new PatternSegment(segment, names, literals);
    }

    /// <summary>Whether a segment without its escapes matches; the values of parameters are added.</summary>
    public bool Match(string segment, Dictionary<string, string> values)
    {
        if (_regex is null)
        {
            return string.Equals(segment, Text, StringComparison.Ordinal);
        }

        var match = _regex.Match(segment);
        for (var index = 0; match.Success && index < Names.Count; index++)
        {
            values[Names[index]] = match.Groups[index + 1].Value;
        }

        return match.Success;
    }

    /// <summary>How many characters would have to change for the segment to match.</summary>
    public int DistanceTo(string segment) =>
        _regex is null ? TextDistance.Between(Text, segment) : _regex.IsMatch(segment) ? 0 : Math.Max(Text.Length, segment.Length);

    private static ArgumentException Malformed(string path) =>
        new($"The braces of the path '{path}' don't enclose names. Write a parameter as {{name}}, as in /orders/{{id}}.", nameof(path));
}
