namespace SieSmart.Pipeline.Redis.Keys;

/// <summary>What keys begin with.</summary>
internal static class KeyPrefix
{
    /// <exception cref="ArgumentNullException">It is null.</exception>
    /// <exception cref="ArgumentException">It is empty or has braces.</exception>
    public static string Checked(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return prefix.Length > 0 && prefix.IndexOfAny(['{', '}']) < 0
            ? prefix
            : throw new ArgumentException("What the keys of a shared budget begin with must not be empty or have braces, which mark the part that a cluster goes by.", nameof(prefix));
    }
}
