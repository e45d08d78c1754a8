using System.Net;
using System.Net.Http.Headers;

namespace SieSmart.Client.Benchmarks;

/// <summary>Answers every request from memory, after reading what it carries.</summary>
internal sealed class CannedTransport(byte[] body, HttpStatusCode status = HttpStatusCode.OK, string contentType = "application/json") : HttpMessageHandler
{
    private const string ETag = "\"2026-03-02T09:08:07.123Z\"";
    private const string TraceId = "b3f1a0f2c4d94e0e8a5d";

    private readonly MediaTypeHeaderValue _type = new(contentType);

    /// <summary>A proposal, or a list of them.</summary>
    public static CannedTransport Of(byte[] body) => new(body);

    /// <summary>A refusal because somebody else wrote first.</summary>
    public static CannedTransport Conflict() => new(Bodies.Problem, HttpStatusCode.PreconditionFailed, "application/problem+json");

    /// <summary>Done, and nothing to say.</summary>
    public static CannedTransport Nothing() => new([], HttpStatusCode.NoContent);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not null)
        {
            await request.Content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        }

        var response = new HttpResponseMessage(status) { RequestMessage = request };
        response.Headers.TryAddWithoutValidation("ETag", ETag);
        response.Headers.TryAddWithoutValidation("X-Trace-Id", TraceId);
        if (status != HttpStatusCode.NoContent)
        {
            response.Content = new ByteArrayContent(body);
            response.Content.Headers.ContentType = _type;
        }

        return response;
    }
}
