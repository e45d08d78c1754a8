namespace SieSmart.Runtime.Routing;

/// <summary>An operation's path template, taken apart.</summary>
internal sealed class OperationRoute(OperationDescription operation)
{
    private readonly RouteSegment[] _segments =
        [.. operation.PathTemplate.TrimStart('/').Split('/').Select(segment => new RouteSegment(segment))];

    /// <summary>Puts the template that is literal for longer first.</summary>
    public static Comparer<OperationRoute> LiteralFirst { get; } = Comparer<OperationRoute>.Create(
        (left, right) => LiteralOrder.Compare(left._segments, right._segments, segment => segment.LiteralLength));

    public OperationDescription Operation => operation;

    public bool Matches(string method, string[] segments, StringComparison comparison)
    {
        if (segments.Length != _segments.Length || !string.Equals(method, operation.Method, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (var index = 0; index < segments.Length; index++)
        {
            if (!_segments[index].Matches(segments[index], comparison))
            {
                return false;
            }
        }

        return true;
    }
}
