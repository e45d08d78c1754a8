namespace SieSmart.Pipeline.Authentication;

/// <summary>
/// One source for each set of credentials, so that clients which use the same ones share a token. Thread-safe.
/// </summary>
/// <remarks>
/// Holds a bounded number of them, the ones last asked for: a program that makes clients with ever new credentials must not
/// collect their secrets. Whoever still has a source that was dropped from here goes on using it.
/// </remarks>
internal sealed class AccessTokenSources
{
    private const int Capacity = 64;

    private readonly Lock _gate = new();
    private readonly LinkedList<(ClientCredentials Credentials, AccessTokenSource Source)> _lastUsedFirst = new();

    /// <param name="credentials">What tokens are asked for with.</param>
    /// <param name="create">Makes the source, if there is none yet.</param>
    public AccessTokenSource Get(ClientCredentials credentials, Func<ClientCredentials, AccessTokenSource> create)
    {
        lock (_gate)
        {
            var source = Remove(credentials) ?? create(credentials);
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
