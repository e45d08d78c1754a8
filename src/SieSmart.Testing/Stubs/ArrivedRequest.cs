using SieSmart.Runtime;

namespace SieSmart.Testing;

/// <summary>Reads what a client sends.</summary>
internal static class ArrivedRequest
{
    /// <param name="request">What was sent.</param>
    /// <param name="escapedPath">Its path below the base address, still escaped; null if it isn't below it.</param>
    /// <param name="pathValues">What stands in it for parameters; null for nothing.</param>
    /// <param name="cancellationToken">Ends the reading of the body.</param>
    public static async Task<StubbedRequest> ReadAsync(
        HttpRequestMessage request,
        string? escapedPath,
        IReadOnlyDictionary<string, string>? pathValues,
        CancellationToken cancellationToken)
    {
        byte[] body = [];
        if (request.Content is { } content)
        {
#if NET8_0_OR_GREATER
            body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
#else
            cancellationToken.ThrowIfCancellationRequested();
            body = await content.ReadAsByteArrayAsync().ConfigureAwait(false);
#endif
        }

        return new StubbedRequest(
            request.Method,
            Uri.UnescapeDataString(escapedPath ?? request.RequestUri!.AbsolutePath),
            request.RequestUri!.Query.TrimStart('?'),
            pathValues ?? new Dictionary<string, string>(StringComparer.Ordinal),
            HeaderSnapshot.Of(request),
            body);
    }
}
