using System.Collections.Concurrent;

namespace EndToEnd.Tests.Secrecy;

/// <summary>Notes the tokens that go over the wire, so that a test knows what must be nowhere else.</summary>
internal sealed class TokenCatcher(ConcurrentDictionary<string, byte> tokens) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        tokens.TryAdd(request.Headers.Authorization!.Parameter!, 0);
        return base.SendAsync(request, cancellationToken);
    }
}
