namespace SieSmart.Runtime;

/// <summary>Compares a response's media type with what a request accepts (RFC 9110, 12.5.1); parameters don't matter.</summary>
internal static class MediaRange
{
    private const StringComparison Comparison = StringComparison.OrdinalIgnoreCase;

    /// <summary>Whether a Content-Type is that of a web page.</summary>
    public static bool IsHtml(string contentType) => EssenceOf(contentType) is var essence
        && (essence.Equals("text/html", Comparison) || essence.Equals("application/xhtml+xml", Comparison));

    /// <summary>Whether one of the ranges of an Accept header covers a Content-Type.</summary>
    public static bool Accepts(string accept, string contentType)
    {
        var type = EssenceOf(contentType);
        return accept.Split(',').Select(EssenceOf).Any(range =>
            range.Equals("*/*", Comparison)
            || range.Equals(type, Comparison)
            || (range.EndsWith("/*", Comparison) && type.StartsWith(range.Substring(0, range.Length - 1), Comparison)));
    }

    /// <summary>Whether a Content-Type is JSON, of whatever vocabulary.</summary>
    public static bool IsJson(string contentType) => EssenceOf(contentType) is var essence
        && (essence.EndsWith("/json", Comparison) || essence.EndsWith("+json", Comparison));

    /// <summary>Whether an Accept header names a type that is not JSON, and not merely any.</summary>
    public static bool NamesOtherThanJson(string accept) =>
        accept.Split(',').Select(EssenceOf).Any(range => range.Length > 0 && !range.EndsWith("/*", Comparison) && !IsJson(range));

    private static string EssenceOf(string mediaType)
    {
        var end = mediaType.IndexOf(';');
        return (end < 0 ? mediaType : mediaType.Substring(0, end)).Trim();
    }
}
