using System.Globalization;
using System.Net;
using SieSmart.Pipeline.Endings;
using SieSmart.Pipeline.Events;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Authentication;

/// <summary>
/// Keeps one token for all who use the same credentials. However many ask at a time, one request is made; whoever stops
/// waiting harms nobody else. Thread-safe.
/// </summary>
/// <remarks>
/// A token that nears its end is renewed in the background by the next call, while it still serves: an idle client asks for
/// nothing. A token endpoint that fails is left alone for a while that grows from 1 to 30 seconds; until then callers without a
/// token get the last failure again, and nothing is sent. What follows from a token that was rejected is the rule of
/// <see cref="TokenRejections"/>. All times are measured by the monotonic clock, so that setting the time of day neither ends a
/// token nor prolongs it.
/// </remarks>
/// <param name="stopping">Ends a fetch under way, and lets none begin.</param>
internal sealed class AccessTokenSource(
    ITokenOrigin origin,
    TokenTiming timing,
    TimeProvider timeProvider,
    IPipelineObserver observer,
    ClientSettingNames settings,
    CancellationToken stopping)
{
    private readonly Lock _gate = new();
    private readonly TokenRejections _rejections = new(timing, timeProvider);
    private CachedToken? _cached;
    private Task<TokenFetch>? _flight;
    private HoldOff? _holdOff;
    private int _failuresInARow;

    public TokenStatus Status
    {
        get
        {
            lock (_gate)
            {
                var rejection = _rejections.Age is not null && _cached is { Token: { WasAccepted: false } token } ? Rejection(token) : null;
                var left = _cached is { } cached && rejection is null ? cached.UsableFor - Age(cached.RequestedAt) : TimeSpan.Zero;
                return new TokenStatus(
                    left > TimeSpan.Zero ? left : null,
                    _holdOff?.Failure ?? rejection,
                    _holdOff is { } holdOff ? Age(holdOff.Since) : _rejections.Age ?? TimeSpan.Zero);
            }
        }
    }

    /// <summary>The token that is current, or a new one, where there is none or the request's resource rejected it.</summary>
    /// <param name="request">What the token is for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuthenticationFailedException">No token could be had, now or a moment ago, or the last ones were rejected.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled; the fetch goes on for the others.</exception>
    /// <exception cref="ObjectDisposedException">The client's owner has ended.</exception>
    public async ValueTask<AccessToken> GetAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Task<TokenFetch> flight;
        lock (_gate)
        {
            var isRejected = _rejections.IsCurrentRejectedFor(request);
            if (isRejected && _flight is null && _rejections.RestOfPause is { } rest)
            {
                throw Again(Rejection(_cached!.Token), _rejections.Age!.Value, rest);
            }

            if (!isRejected && _cached is { } cached && Age(cached.RequestedAt) is var age && age < cached.UsableFor)
            {
                if ((age >= cached.RenewedAfter || _rejections.IsNewerTokenDue) && _flight is null && RestOfHoldOff() is null)
                {
                    _flight = StartFetch();
                }

                return cached.Token;
            }

            if (_flight is null && RestOfHoldOff() is { } left)
            {
                throw Again(_holdOff!.Failure, Age(_holdOff.Since), left);
            }

            flight = _flight ??= StartFetch();
        }

        try
        {
            var fetch = await flight.WaitAsync(Timeout.InfiniteTimeSpan, timeProvider, cancellationToken).ConfigureAwait(false);
            return fetch.Token ?? throw OneOfMany(fetch.Failure);
        }
        catch (OperationCanceledException exception)
        {
            throw EndedWait.Of(EndedWait.ForToken, exception, cancellationToken);
        }
    }

    /// <summary>Notes that the API rejected a token, unless a newer one has taken its place already.</summary>
    public void Invalidate(AccessToken rejected, HttpRequestMessage request)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_cached?.Token, rejected))
            {
                _rejections.Reject(request);
            }
        }
    }

    /// <summary>Notes that the API accepted a token, so that the next rejection is taken for a revocation.</summary>
    public void Confirm(AccessToken accepted, HttpRequestMessage request)
    {
        if (!accepted.WasAccepted)
        {
            accepted.NoteAcceptance();
        }

        if (!_rejections.HasAny)
        {
            return;
        }

        lock (_gate)
        {
            if (ReferenceEquals(_cached?.Token, accepted))
            {
                _rejections.Accept(request);
            }
        }
    }

    /// <summary>Runs apart from the caller who happened to be first: not under its lock, in its trace or on its behalf.</summary>
    private Task<TokenFetch> StartFetch()
    {
        if (stopping.IsCancellationRequested)
        {
            return Task.FromResult(TokenFetch.Stopped);
        }

        var (unwanted, isRejected) = (_cached?.Token, _rejections.IsCurrentRejected);
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(() => FetchAsync(unwanted, isRejected), CancellationToken.None);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(() => FetchAsync(unwanted, isRejected), CancellationToken.None);
        }
    }

    /// <summary>Never fails: nobody may be waiting.</summary>
    private async Task<TokenFetch> FetchAsync(AccessToken? unwanted, bool isRejected)
    {
        var startedAt = timeProvider.GetTimestamp();
        try
        {
            var token = await origin.FetchAsync(unwanted, isRejected, stopping).ConfigureAwait(false);
            Keep(new CachedToken(token, TokenTiming.UsableFor(token.Lifetime), timing.RenewedAfter(token.Lifetime)));
            observer.Notify(token.IsOfAnotherProcess ? new SharedTokenTaken(Age(startedAt)) : new TokenFetched(Age(startedAt)));
            return new TokenFetch(token, Failure: null);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            return TokenFetch.Stopped;
        }
        catch (AuthenticationFailedException exception)
        {
            observer.Notify(new TokenFetchFailed(exception, OldTokenStillServes: KeepOld(exception)));
            return new TokenFetch(Token: null, exception);
        }
    }

    private void Keep(CachedToken fetched)
    {
        lock (_gate)
        {
            _cached = fetched;
            _flight = null;
            _holdOff = null;
            _failuresInARow = 0;
            _rejections.Renew();
        }
    }

    private bool KeepOld(AuthenticationFailedException failure)
    {
        lock (_gate)
        {
            _flight = null;
            _failuresInARow++;
            var own = timing.HoldOff(_failuresInARow);
            _holdOff = new HoldOff(failure, timeProvider.GetTimestamp(), failure.RetryAfter > own ? failure.RetryAfter.Value : own);
            return _cached is { } cached && Age(cached.RequestedAt) < cached.UsableFor;
        }
    }

    private TimeSpan? RestOfHoldOff() =>
        _holdOff is { } holdOff && holdOff.Duration - Age(holdOff.Since) is var rest && rest > TimeSpan.Zero ? rest : null;

    private TimeSpan Age(long timestamp) => timeProvider.GetElapsedTime(timestamp);

    private static AuthenticationFailedException Again(AuthenticationFailedException failure, TimeSpan age, TimeSpan rest)
    {
        var why = failure.RetryAfter is null ? "so as not to flood the token endpoint, it" : "the token endpoint";
        return Copy(failure, $"{failure.Message} That was {Seconds(age)} s ago; {why} is asked again in {Seconds(rest)} s at the earliest.", rest);
    }

    /// <summary>One instance each: the adapter writes into it which operation failed.</summary>
    private static Exception OneOfMany(AuthenticationFailedException? shared) => shared is null ? Ended() : Copy(shared, shared.Message, shared.RetryAfter);

    private static AuthenticationFailedException Copy(AuthenticationFailedException shared, string message, TimeSpan? retryAfter) =>
        new(message, shared, retryAfter: retryAfter) { ResponseStatusCode = shared.ResponseStatusCode };

    private AuthenticationFailedException Rejection(AccessToken token)
    {
        var tokens = _rejections.TokensInARow.ToString(CultureInfo.InvariantCulture);
        return new AuthenticationFailedException(
            token.WasAccepted
                ? $"The API rejected the last {tokens} access tokens for this request, although others of its resources accept them. Check what the account of {settings.ClientId} may do."
                : $"The API rejected the last {tokens} access tokens although they were new. Check that the account of {settings.ClientId} is active and belongs to {settings.Installation}.")
        {
            ResponseStatusCode = (int)HttpStatusCode.Unauthorized,
        };
    }

    private static ObjectDisposedException Ended() =>
        new("client", "No access token was fetched: the client's service provider was disposed of. Keep it for as long as calls are made.");

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record CachedToken(AccessToken Token, TimeSpan UsableFor, TimeSpan RenewedAfter)
    {
        public long RequestedAt => Token.RequestedAt;
    }

    /// <summary>What became of a request: either of the two, or neither if it was stopped.</summary>
    private sealed record TokenFetch(AccessToken? Token, AuthenticationFailedException? Failure)
    {
        public static TokenFetch Stopped { get; } = new(Token: null, Failure: null);
    }

    private sealed record HoldOff(AuthenticationFailedException Failure, long Since, TimeSpan Duration);
}
