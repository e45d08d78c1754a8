using System.Net.Http.Headers;
using SieSmart.Pipeline.Security;

namespace SieSmart.Pipeline.Tracing;

/// <summary>Headers as a log may show them: those of a short list, the trace id's, and no other, whatever is added to a request.</summary>
internal static class HeaderList
{
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Content-Length", "Content-Type", "Date", "ETag", "If-Match", "Retry-After",
    };

    public static string Of(HttpHeaders headers, HttpHeaders? contentHeaders, string traceIdHeader) => string.Join(
        "; ",
        RawHeaders.Of(headers, contentHeaders)
            .Where(header => Allowed.Contains(header.Key) || header.Key.Equals(traceIdHeader, StringComparison.OrdinalIgnoreCase))
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));
}
