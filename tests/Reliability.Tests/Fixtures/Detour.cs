namespace Reliability.Tests.Fixtures;

/// <summary>Sends requests to a port where nobody listens, as while a server restarts. Thread-safe.</summary>
internal sealed class Detour : IDisposable
{
    private readonly UnusedPort _port = new();
    private readonly Lock _gate = new();
    private Func<bool> _isDue = () => false;
    private int _taken;

    /// <summary>How many requests were taken.</summary>
    public int Taken => Volatile.Read(ref _taken);

    /// <summary>Takes the next requests.</summary>
    public void Take(int requests)
    {
        lock (_gate)
        {
            _isDue = () => requests-- > 0;
        }
    }

    /// <summary>Takes a random part of the requests.</summary>
    public void TakeSome(double probability, int seed)
    {
        var random = new Random(seed);
        lock (_gate)
        {
            _isDue = () => random.NextDouble() < probability;
        }
    }

    /// <summary>The handler next to the transport.</summary>
    public DelegatingHandler CreateHandler() => new Handler(this);

    public void Dispose() => _port.Dispose();

    private Uri Redirect(Uri address)
    {
        lock (_gate)
        {
            if (!_isDue())
            {
                return address;
            }
        }

        Interlocked.Increment(ref _taken);
        return new UriBuilder(address) { Port = _port.Number }.Uri;
    }

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
