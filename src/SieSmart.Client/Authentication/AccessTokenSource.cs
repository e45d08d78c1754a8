using SieSmart.Runtime;

namespace SieSmart.Client.Authentication;

/// <summary>
/// Keeps one token for all who use the same credentials, and fetches a new one when it nears its end. However many ask
/// at a time, one request is made; whoever stops waiting harms nobody else. Thread-safe.
/// </summary>
internal sealed class AccessTokenSource(TokenEndpointClient endpoint, TimeProvider timeProvider)
{
    // A tenth of the lifetime, so that short-lived tokens are of use at all; no more than what a slow request can take.
    private const int MarginDivisor = 10;

    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private CachedToken? _cached;
    private Task<AccessToken>? _flight;

    public async ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken)
    {
        Task<AccessToken> flight;
        lock (_gate)
        {
            if (_cached is { } cached && timeProvider.GetElapsedTime(cached.RequestedAt) < cached.UsableFor)
            {
                return cached.Token;
            }

            flight = _flight ??= Task.Run(FetchAsync, CancellationToken.None);
        }

        try
        {
            return await flight.WaitAsync(Timeout.InfiniteTimeSpan, timeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthenticationFailedException shared)
        {
            // One instance each: the adapter writes into it which operation failed.
            throw new AuthenticationFailedException(shared.Message, shared) { ResponseStatusCode = shared.ResponseStatusCode };
        }
    }

    /// <summary>Forgets a token that the API rejected, unless a newer one has taken its place already.</summary>
    public void Invalidate(AccessToken rejected)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_cached?.Token, rejected))
            {
                _cached = null;
            }
        }
    }

    private async Task<AccessToken> FetchAsync()
    {
        // Its life is counted from before the request, since when it began on the server isn't known.
        var requestedAt = timeProvider.GetTimestamp();
        CachedToken? fetched = null;
        try
        {
            var token = await endpoint.RequestTokenAsync().ConfigureAwait(false);
            fetched = new CachedToken(token, requestedAt, token.Lifetime - Margin(token.Lifetime));
            return token;
        }
        finally
        {
            lock (_gate)
            {
                _cached = fetched;
                _flight = null;
            }
        }
    }

    private static TimeSpan Margin(TimeSpan lifetime)
    {
        var share = TimeSpan.FromTicks(lifetime.Ticks / MarginDivisor);
        return share < LongestMargin ? share : LongestMargin;
    }

    private sealed record CachedToken(AccessToken Token, long RequestedAt, TimeSpan UsableFor);
}
