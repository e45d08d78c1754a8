using SieSmart.Generators.Reading.OpenApi;

namespace SieSmart.Generators.Shaping.Operations;

/// <summary>What Kiota makes of media types.</summary>
internal static class MediaTypes
{
    public const string Multipart = "multipart/form-data";

    private static readonly KeyValuePair<string, string>[] Preferences =
    [
        new("application/json", ""),
        new("text/plain", ";q=0.9"),
        new("application/x-www-form-urlencoded", ";q=0.2"),
        new(Multipart, ";q=0.1"),
    ];

    /// <summary>Whether a body of this type has a structure that can be read.</summary>
    public static bool IsStructured(string mediaType) => Rank(mediaType) >= 0;

    /// <summary>Whether it is one of the structured types itself, with neither a vendor's prefix nor parameters.</summary>
    public static bool IsPreferred(string mediaType) =>
        Array.Exists(Preferences, preference => string.Equals(preference.Key, mediaType, StringComparison.OrdinalIgnoreCase));

    /// <summary>How little it is preferred: 0 is best, -1 means that it isn't structured.</summary>
    public static int Rank(string mediaType)
    {
        var essence = Essence(mediaType);
        for (var rank = 0; rank < Preferences.Length; rank++)
        {
            if (string.Equals(Preferences[rank].Key, essence, StringComparison.OrdinalIgnoreCase))
            {
                return rank;
            }
        }

        return -1;
    }

    /// <summary>The media type as an Accept header has it.</summary>
    public static string Accepted(string mediaType) => Normalized(mediaType) + Preferences[Rank(mediaType)].Value;

    /// <summary>The media type in one spelling: no spaces, and no preference of its own.</summary>
    public static string Normalized(string mediaType) => mediaType.IndexOf(';') < 0 ? mediaType.Trim() : string.Join(";", mediaType.Split(';')
        .Select(part => part.Trim())
        .Where(part => part.Length > 0 && !part.StartsWith("q=", StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether it is said more closely by parameters, which servers that know the plain one need not know.</summary>
    public static bool HasParameters(string mediaType) => Normalized(mediaType).IndexOf(';') >= 0;

    /// <summary>Whether it is plain text.</summary>
    public static bool IsText(string mediaType) => string.Equals(Essence(mediaType), "text/plain", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a body of this type is sent in parts.</summary>
    public static bool IsMultipart(string mediaType) => string.Equals(WithoutParameters(mediaType), Multipart, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it stands for several, none of which is named.</summary>
    public static bool IsRange(string mediaType) => mediaType.IndexOf('*') >= 0;

    /// <summary>The media type that a body has: one that is named, or for a range of them the one that all of them are.</summary>
    public static string Sent(string mediaType) => IsRange(mediaType) ? Preferences[Rank(mediaType)].Key : Normalized(mediaType);

    /// <summary>The media type alone.</summary>
    public static string WithoutParameters(string mediaType) => (mediaType.IndexOf(';') is var end and >= 0 ? mediaType.Substring(0, end) : mediaType).Trim();

    /// <summary>The first structured media type with a schema, in the order of the document.</summary>
    public static MediaType? FirstStructured(IReadOnlyList<MediaType> content)
    {
        for (var index = 0; index < content.Count; index++)
        {
            if (content[index].Schema is not null && IsStructured(content[index].Name))
            {
                return content[index];
            }
        }

        return null;
    }

    private static string Essence(string mediaType)
    {
        var essence = WithoutParameters(mediaType);
        var slash = essence.IndexOf('/');
        var plus = essence.IndexOf('+');
        return plus > slash && slash >= 0 ? essence.Substring(0, slash + 1) + essence.Substring(plus + 1) : essence;
    }
}
