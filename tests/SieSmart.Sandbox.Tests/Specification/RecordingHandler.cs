namespace SieSmart.Sandbox.Tests.Specification;

/// <summary>Keeps every answer that passes.</summary>
internal sealed class RecordingHandler(SandboxServer sandbox) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly List<Exchange> _exchanges = [];

    public IReadOnlyList<Exchange> Exchanges => _exchanges;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        var basePath = sandbox.BaseAddress.AbsolutePath;
        _exchanges.Add(new Exchange(
            request.Method.Method,
            path.StartsWith(basePath, StringComparison.Ordinal) ? path[basePath.Length..] : path,
            (int)response.StatusCode,
            [.. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).Select(header => header.Key)],
            response.Content.Headers.ContentType?.MediaType,
            await response.Content.ReadAsByteArrayAsync(cancellationToken)));
        return response;
    }
}
