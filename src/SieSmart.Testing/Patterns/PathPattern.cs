using SieSmart.Runtime.Routing;

namespace SieSmart.Testing;

/// <summary>The path of an operation, such as <c>/orders/{id}</c>, or that of one resource, such as <c>/orders/42</c>. Immutable.</summary>
internal sealed class PathPattern
{
    private readonly PatternSegment[] _segments;

    private PathPattern(string text, PatternSegment[] segments)
    {
        _segments = segments;
        Text = text;
        Shape = string.Join("/", segments.Select(segment => segment.Shape));
    }

    /// <summary>The pattern as it was written.</summary>
    public string Text { get; }

    /// <summary>The same for patterns that match the same paths, whatever they call their parameters.</summary>
    public string Shape { get; }

    /// <summary>The names of its parameters, in their order.</summary>
    public IEnumerable<string> Names => _segments.SelectMany(segment => segment.Names);

    /// <summary>Puts the pattern that is literal for longer first, so that <c>/orders/42</c> goes before <c>/orders/{id}</c>.</summary>
    public static Comparer<PathPattern> LiteralFirst { get; } = Comparer<PathPattern>.Create(
        (left, right) => LiteralOrder.Compare(left._segments, right._segments, segment => segment.LiteralLength));

    /// <exception cref="ArgumentException">It is no path, or one with a query.</exception>
    public static PathPattern Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0 || text[0] != '/')
        {
            throw new ArgumentException($"The path '{text}' does not begin with a slash. Name it as it follows the base address, such as /orders/42 or /orders/{{id}}.", nameof(text));
        }

        var end = text.IndexOfAny(['?', '#']);
        if (end >= 0)
        {
            throw new ArgumentException(
                $"The path '{text}' has a query, and a stub goes by paths alone. Name '{text.Substring(0, end)}', which is asked with any query, and tell queries apart by the request's QueryValues in Answers(request => …).",
                nameof(text));
        }

        var segments = SegmentsOf(text).Select(segment => PatternSegment.Parse(segment, text)).ToArray();
        var pattern = new PathPattern(text, segments);
        var twice = pattern.Names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any());
        return twice is null
            ? pattern
            : throw new ArgumentException($"The path '{text}' has the parameter '{twice.Key}' twice. Give each a name of its own.", nameof(text));
    }

    /// <summary>The pattern of one path alone, whatever characters it holds.</summary>
    public static PathPattern Of(string escapedPath) =>
        new(Uri.UnescapeDataString(escapedPath), [.. SegmentsOf(escapedPath).Select(PatternSegment.Literal)]);

    /// <summary>Segments of a path, still escaped: a slash in a value is none between two of them.</summary>
    public static string[] SegmentsOf(string path) => path.Substring(1).Split('/');

    /// <summary>The parameters' values; null where the path is another.</summary>
    public IReadOnlyDictionary<string, string>? Match(string escapedPath)
    {
        var segments = SegmentsOf(escapedPath);
        if (segments.Length != _segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < segments.Length; index++)
        {
            if (!_segments[index].Match(Uri.UnescapeDataString(segments[index]), values))
            {
                return null;
            }
        }

        return values;
    }

    /// <summary>How much a path differs: about how many characters would have to change.</summary>
    public int DistanceTo(string escapedPath)
    {
        var segments = SegmentsOf(escapedPath);
        var common = Math.Min(segments.Length, _segments.Length);
        return Enumerable.Range(0, common).Sum(index => _segments[index].DistanceTo(Uri.UnescapeDataString(segments[index])))
            + segments.Skip(common).Sum(segment => segment.Length + 1)
            + _segments.Skip(common).Sum(segment => segment.Text.Length + 1);
    }
}
