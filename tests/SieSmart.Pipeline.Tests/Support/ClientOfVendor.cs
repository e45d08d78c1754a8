using Microsoft.Kiota.Abstractions;

namespace SieSmart.Pipeline.Tests.Support;

/// <summary>A client that somebody wraps around a generated one, with constructors as Microsoft.Graph's client has them.</summary>
internal sealed class ClientOfVendor
{
    public ClientOfVendor(HttpClient httpClient, string? baseUrl = null) => throw new NotSupportedException($"{httpClient} {baseUrl}");

    public ClientOfVendor(IRequestAdapter adapter, string? baseUrl = null, int count = 3, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Adapter = adapter;
        BaseUrl = baseUrl;
        Count = count;
    }

    public IRequestAdapter Adapter { get; }

    public string? BaseUrl { get; }

    public int Count { get; }
}
