namespace SieSmart.Runtime.Sending;

/// <summary>What .NET puts in the place of a body that an answer doesn't have.</summary>
internal static class EmptyBody
{
    private const string Name = "EmptyContent";

    /// <summary>Whether a body is none. .NET doesn't show the type.</summary>
    public static bool Is(HttpContent content) => content is not ByteArrayContent && string.Equals(content.GetType().Name, Name, StringComparison.Ordinal);
}
