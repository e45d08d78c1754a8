#if NET8_0_OR_GREATER
using System.Net.Http.Headers;
#endif

namespace SieSmart.Pipeline.Security;

/// <summary>
/// Refuses header values that could end a header and begin another: Kiota puts values on a request unchecked, and the
/// transport writes them as they are. And a Host that isn't the address's.
/// </summary>
internal sealed class HeaderValueHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        IsHostSet(request)
            ? Task.FromException<HttpResponseMessage>(new InvalidOperationException(
                $"{request.Method} {request.RequestUri?.AbsolutePath} was not sent: its header Host is set, which would lead the credentials to another site of the same machine. Remove it; the base address says where requests go."))
            : FindFault(request) is { } header
            ? Task.FromException<HttpResponseMessage>(new InvalidOperationException(
                $"{request.Method} {request.RequestUri?.AbsolutePath} was not sent: its header {header} has a control character or one that isn't ASCII, which could put another header on the wire. Remove or encode it."))
            : base.SendAsync(request, cancellationToken);

#if NET8_0_OR_GREATER
    private static bool IsHostSet(HttpRequestMessage request) => request.Headers.NonValidated.Contains("Host") && request.Headers.Host is not null;

    private static string? FindFault(HttpRequestMessage request) =>
        FindFault(request.Headers.NonValidated) ?? (request.Content is { } content ? FindFault(content.Headers.NonValidated) : null);

    private static string? FindFault(HttpHeadersNonValidated headers)
    {
        foreach (var header in headers)
        {
            foreach (var value in header.Value)
            {
                if (IsUnsafe(value))
                {
                    return header.Key;
                }
            }
        }

        return null;
    }
#else
    private static bool IsHostSet(HttpRequestMessage request) => request.Headers.Host is not null;

    private static string? FindFault(HttpRequestMessage request) => RawHeaders.Of(request.Headers, request.Content?.Headers)
        .Where(header => header.Value.Any(IsUnsafe))
        .Select(header => header.Key)
        .FirstOrDefault();
#endif

    private static bool IsUnsafe(string value)
    {
#if NET8_0_OR_GREATER
        // Nearly all values are safe, and this looks at many characters at a time.
        if (!value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return false;
        }

#endif
        foreach (var character in value)
        {
            if (character is (< ' ' and not '\t') or > '~')
            {
                return true;
            }
        }

        return false;
    }
}
