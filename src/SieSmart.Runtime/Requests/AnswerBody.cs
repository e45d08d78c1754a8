using System.Net.Http.Headers;
using System.Text;

namespace SieSmart.Runtime;

/// <summary>The body of an answer that is still being read, in case it can't be.</summary>
internal readonly struct AnswerBody(HttpRequestMessage request, ArraySegment<byte> bytes)
{
    private const int LongestExcerpt = 500;

    private static readonly byte[] Null = [(byte)'n', (byte)'u', (byte)'l', (byte)'l'];

    /// <summary>Whether it says anything: it is neither empty nor JSON's null.</summary>
    public bool HasValue => bytes.Count > 0 && !bytes.AsSpan().SequenceEqual(Null);

    /// <summary>The beginning of a text, without secrets of the request; null of what isn't known to be one.</summary>
    /// <param name="contentType">The header's value; null if there is none.</param>
    public string? Excerpt(string? contentType) =>
        bytes.Count > 0 && IsText(contentType) ? Excerpt(SecretMask.Apply(bytes, request)) : null;

    /// <summary>The beginning of a text.</summary>
    public static string Excerpt(ArraySegment<byte> text)
    {
        var excerpt = Encoding.UTF8.GetString(text.Array!, text.Offset, Math.Min(text.Count, 4 * LongestExcerpt));
        return excerpt.Length <= LongestExcerpt ? excerpt : excerpt.Substring(0, LongestExcerpt);
    }

    private static bool IsText(string? contentType) =>
        !MediaTypeHeaderValue.TryParse(contentType, out var type)
        || type.MediaType is not { } name
        || name.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("json", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith("xml", StringComparison.OrdinalIgnoreCase);
}
