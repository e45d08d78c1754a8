namespace SieSmart.Runtime.Sending;

/// <summary>Reads lists to their end: one may be read only while it is enumerated, and a fault must surface while the answer is there.</summary>
internal static class WholeList
{
    /// <summary>The list; null if there is none.</summary>
    public static List<T>? Of<T>(IEnumerable<T>? items) => items switch
    {
        null => null,
        List<T> list => list,
        _ => [.. items],
    };
}
