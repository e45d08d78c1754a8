namespace SieSmart.Runtime.Sending;

/// <summary>The values of a header as Kiota's requests hold them.</summary>
internal static class RequestHeader
{
    /// <summary>The one value; null if there is none, or more than one.</summary>
    public static string? SingleValue(IEnumerable<string> values)
    {
        if (values is HashSet<string> set)
        {
            if (set.Count == 1)
            {
                foreach (var value in set)
                {
                    return value;
                }
            }

            return null;
        }

        string? only = null;
        foreach (var value in values)
        {
            if (only is not null)
            {
                return null;
            }

            only = value;
        }

        return only;
    }
}
