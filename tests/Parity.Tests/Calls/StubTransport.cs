using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using SieSmart.Runtime;

namespace Parity.Tests.Calls;

/// <summary>Stands where the network begins, below an adapter: keeps what is sent, and answers as it is told.</summary>
internal sealed class StubTransport(Func<HttpResponseMessage> answer) : HttpMessageHandler
{
    /// <summary>What was sent; null before that.</summary>
    public string? Sent { get; private set; }

    /// <summary>An adapter of Kiota's own on this transport.</summary>
    /// <param name="address">The base address; null for the one that a client has by itself.</param>
    public IRequestAdapter Adapter(string? address)
    {
        var adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: new HttpClient(this, disposeHandler: false));
        if (address is not null)
        {
            adapter.BaseUrl = address;
        }

        return adapter;
    }

    /// <summary>An adapter of ours on this transport.</summary>
    /// <param name="address">The base address; null for the one that a client has by itself.</param>
    public IRequestAdapter OurAdapter(string? address)
    {
        var adapter = new HttpRequestAdapter(new HttpClient(this, disposeHandler: false));
        if (address is not null)
        {
            adapter.BaseUrl = address;
        }

        return adapter;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Sent = await RequestText.OfAsync(request, cancellationToken);
        var response = answer();
        response.RequestMessage = request;
        return response;
    }
}
