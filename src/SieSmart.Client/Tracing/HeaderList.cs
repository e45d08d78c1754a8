using System.Net.Http.Headers;
using SieSmart.Client.Security;

namespace SieSmart.Client.Tracing;

/// <summary>Headers as a log may show them: those of a short list, and no other, whatever is added to a request.</summary>
internal static class HeaderList
{
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Content-Length", "Content-Type", "Date", "ETag", "If-Match", "Retry-After", TraceIdHeader.Name,
    };

    public static string Of(HttpHeaders headers, HttpHeaders? contentHeaders) => string.Join(
        "; ",
        RawHeaders.Of(headers, contentHeaders)
            .Where(header => Allowed.Contains(header.Key))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));
}
