namespace SieSmart.Runtime.Sending;

/// <summary>The type of nearly every answer.</summary>
internal static class PlainJson
{
    /// <summary>How it is called.</summary>
    public const string MediaType = "application/json";

    /// <summary>Whether a body is of it, as its header says in one of the two usual spellings. What else it may say has to be parsed.</summary>
    public static bool Is(HttpContent content) =>
#if NET8_0_OR_GREATER
        content.Headers.NonValidated.TryGetValues("Content-Type", out var values) && values.Count == 1 && values.ToString() is MediaType or "application/json; charset=utf-8";
#else
        string.Equals(content.Headers.ContentType?.MediaType, MediaType, StringComparison.Ordinal);
#endif
}
