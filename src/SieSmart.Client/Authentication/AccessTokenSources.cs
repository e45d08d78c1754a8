namespace SieSmart.Client.Authentication;

/// <summary>
/// One source for each set of credentials, so that clients which use the same ones share a token. Thread-safe.
/// </summary>
/// <remarks>
/// Holds a bounded number of them, the ones last asked for: a program that makes clients with ever new credentials must not
/// collect their secrets. Whoever still has a source that was dropped from here goes on using it.
/// </remarks>
internal sealed class AccessTokenSources(Func<ClientCredentials, Func<HttpClient>, AccessTokenSource> create)
{
    private const int Capacity = 64;

    private readonly Lock _gate = new();
    private readonly LinkedList<(ClientCredentials Credentials, AccessTokenSource Source)> _lastUsedFirst = new();

    /// <param name="httpClient">What a new source sends its requests with; not kept if there is one already.</param>
    public AccessTokenSource Get(ClientCredentials credentials, Func<HttpClient> httpClient)
    {
        lock (_gate)
        {
            var source = Remove(credentials) ?? create(credentials, httpClient);
            _lastUsedFirst.AddFirst((credentials, source));
            if (_lastUsedFirst.Count > Capacity)
            {
                _lastUsedFirst.RemoveLast();
            }

            return source;
        }
    }

    /// <summary>Drops credentials that somebody has replaced.</summary>
    public void Forget(ClientCredentials credentials)
    {
        lock (_gate)
        {
            Remove(credentials);
        }
    }

    private AccessTokenSource? Remove(ClientCredentials credentials)
    {
        for (var node = _lastUsedFirst.First; node is not null; node = node.Next)
        {
            if (node.Value.Credentials.Equals(credentials))
            {
                _lastUsedFirst.Remove(node);
                return node.Value.Source;
            }
        }

        return null;
    }
}
