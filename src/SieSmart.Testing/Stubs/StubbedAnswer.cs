using System.Net;
using System.Net.Http.Headers;

namespace SieSmart.Testing;

/// <summary>What comes back for one request.</summary>
/// <param name="Status">The status; null if the connection breaks before an answer.</param>
/// <param name="Content">The body; empty for none.</param>
/// <param name="MediaType">The body's type; null for none.</param>
/// <param name="ETag">The ETag header; null for none.</param>
internal sealed record StubbedAnswer(HttpStatusCode? Status, ReadOnlyMemory<byte> Content, string? MediaType, string? ETag)
{
    public HttpResponseMessage ToResponse(HttpRequestMessage request, string traceId)
    {
        if (Status is not { } status)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The stub broke the connection, as it was told to.");
        }

        var response = new HttpResponseMessage(status) { RequestMessage = request, Content = new ReadOnlyMemoryContent(Content) };
        response.Content.Headers.ContentType = MediaType is null ? null : new MediaTypeHeaderValue(MediaType);
        response.Headers.TryAddWithoutValidation("X-B2B-TRACE-ID", traceId);
        if (ETag is not null)
        {
            // SieSmart's ETags are not quoted, which the typed header does not allow.
            response.Headers.TryAddWithoutValidation("ETag", ETag);
        }

        return response;
    }
}
