namespace Reliability.Tests.Fixtures;

/// <summary>Sends requests to a port where nobody listens, as while a server restarts. Thread-safe.</summary>
internal sealed class Detour : IDisposable
{
    private readonly UnusedPort _port = new();
    private int _remaining;

    /// <summary>Takes the next requests.</summary>
    public void Take(int requests) => Volatile.Write(ref _remaining, requests);

    /// <summary>The handler next to the transport.</summary>
    public DelegatingHandler CreateHandler() => new Handler(this);

    public void Dispose() => _port.Dispose();

    private Uri Redirect(Uri address) =>
        Interlocked.Decrement(ref _remaining) >= 0 ? new UriBuilder(address) { Port = _port.Number }.Uri : address;

    private sealed class Handler(Detour detour) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!;
            request.RequestUri = detour.Redirect(address);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                request.RequestUri = address;
            }
        }
    }
}
