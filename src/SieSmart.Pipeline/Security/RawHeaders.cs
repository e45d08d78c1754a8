using System.Net.Http.Headers;

namespace SieSmart.Pipeline.Security;

/// <summary>The headers of a message and of its body with their values as they go over the wire, unchecked and unsplit.</summary>
internal static class RawHeaders
{
    public static IEnumerable<KeyValuePair<string, IEnumerable<string>>> Of(HttpHeaders headers, HttpHeaders? contentHeaders) =>
#if NET8_0_OR_GREATER
        headers.NonValidated
            .Concat(contentHeaders?.NonValidated ?? default)
            .Select(header => new KeyValuePair<string, IEnumerable<string>>(header.Key, header.Value));
#else
        headers.Concat(contentHeaders ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>());
#endif
}
