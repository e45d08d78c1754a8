namespace SieSmart.Runtime.Routing;

/// <summary>What stands between two slashes of a path template: literals, and parameters of one character or more.</summary>
internal sealed class RouteSegment
{
    /// <summary>The text around the parameters: one more than there are parameters.</summary>
    private readonly string[] _literals;

    public RouteSegment(string template)
    {
        // Every other piece is the name of a parameter.
        _literals = [.. template.Split('{', '}').Where((_, index) => index % 2 == 0).Select(literal => Uri.UnescapeDataString(literal))];
        LiteralLength = _literals.Length == 1 ? int.MaxValue : _literals.Sum(literal => literal.Length);
    }

    /// <summary>How much of the segment is fixed; the greatest number if it has no parameter.</summary>
    public int LiteralLength { get; }

    public bool Matches(string segment, StringComparison comparison)
    {
        var first = _literals[0];
        var last = _literals[_literals.Length - 1];
        if (_literals.Length == 1)
        {
            return string.Equals(segment, first, comparison);
        }

        if (!segment.StartsWith(first, comparison) || !segment.EndsWith(last, comparison))
        {
            return false;
        }

        var position = first.Length;
        foreach (var literal in _literals.Skip(1).Take(_literals.Length - 2))
        {
            position = position < segment.Length ? segment.IndexOf(literal, position + 1, comparison) : -1;
            if (position < 0)
            {
                return false;
            }

            position += literal.Length;
        }

        return position < segment.Length - last.Length;
    }
}
