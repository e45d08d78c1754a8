namespace Interop.Tests.Callers;

/// <summary>A transport that remembers the last request as it left.</summary>
internal sealed class Recorder : DelegatingHandler
{
    public Recorder()
        : base(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
    }

    public Uri? Address { get; private set; }

    public string? Body { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Address = request.RequestUri;
        Body = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : null;
        return await base.SendAsync(request, cancellationToken);
    }
}
