namespace SieSmart.Runtime.Routing;

/// <summary>Which of two paths goes first where both match: the one that is literal for longer.</summary>
internal static class LiteralOrder
{
    /// <param name="left">The segments of a path.</param>
    /// <param name="right">Those of another one.</param>
    /// <param name="literalLength">How much of a segment is fixed; the greatest number if it has no parameter.</param>
    /// <typeparam name="TSegment">What a segment is.</typeparam>
    public static int Compare<TSegment>(TSegment[] left, TSegment[] right, Func<TSegment, int> literalLength)
    {
        // What differs in length never matches the same path; but an order needs it, to be one.
        var order = left.Length.CompareTo(right.Length);
        for (var index = 0; order == 0 && index < left.Length; index++)
        {
            order = literalLength(right[index]).CompareTo(literalLength(left[index]));
        }

        return order;
    }
}
