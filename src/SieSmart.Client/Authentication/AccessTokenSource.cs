using System.Globalization;
using System.Net;
using SieSmart.Client.Tracing;
using SieSmart.Runtime;

namespace SieSmart.Client.Authentication;

/// <summary>
/// Keeps one token for all who use the same credentials. However many ask at a time, one request is made; whoever stops
/// waiting harms nobody else. Thread-safe.
/// </summary>
/// <remarks>
/// A token that nears its end is renewed in the background by the next call, while it still serves: an idle client asks for
/// nothing. A token endpoint that fails, and an API that rejects token after token, are left alone for a while that grows
/// from 1 to 30 seconds; until then callers without a token get the last failure again, and nothing is sent. All times are
/// measured by the monotonic clock, so that setting the time of day neither ends a token nor prolongs it.
/// </remarks>
/// <param name="stopping">Ends a fetch under way, and lets none begin.</param>
internal sealed class AccessTokenSource(
    TokenEndpointClient endpoint,
    TokenTiming timing,
    TimeProvider timeProvider,
    ClientTelemetry telemetry,
    CancellationToken stopping)
{
    /// <summary>The first rejection may be of a token that was revoked; two in a row are no accident.</summary>
    private const int RejectionsUntilHoldOff = 2;

    private readonly Lock _gate = new();
    private CachedToken? _cached;
    private Task<TokenFetch>? _flight;
    private HoldOff? _holdOff;
    private int _failuresInARow;
    private volatile int _rejectionsInARow;

    public TokenStatus Status
    {
        get
        {
            lock (_gate)
            {
                var left = _cached is { } cached ? cached.UsableFor - Age(cached.RequestedAt) : TimeSpan.Zero;
                return new TokenStatus(
                    left > TimeSpan.Zero ? left : null,
                    _holdOff?.Failure,
                    _holdOff is { } holdOff ? Age(holdOff.Since) : TimeSpan.Zero);
            }
        }
    }

    /// <summary>The token that is current, or a new one.</summary>
    /// <exception cref="AuthenticationFailedException">No token could be had, now or a moment ago.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled; the fetch goes on for the others.</exception>
    /// <exception cref="ObjectDisposedException">The client's owner has ended.</exception>
    public async ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken)
    {
        Task<TokenFetch> flight;
        lock (_gate)
        {
            if (_cached is { } cached && Age(cached.RequestedAt) is var age && age < cached.UsableFor)
            {
                if (age >= cached.RenewedAfter && _flight is null && RestOfHoldOff() is null)
                {
                    _flight = StartFetch();
                }

                return cached.Token;
            }

            if (_flight is null && RestOfHoldOff() is { } rest)
            {
                throw Again(_holdOff!, rest);
            }

            flight = _flight ??= StartFetch();
        }

        var fetch = await flight.WaitAsync(Timeout.InfiniteTimeSpan, timeProvider, cancellationToken).ConfigureAwait(false);
        return fetch.Token ?? throw OneOfMany(fetch.Failure);
    }

    /// <summary>Forgets a token that the API rejected, unless a newer one has taken its place already.</summary>
    public void Invalidate(AccessToken rejected)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_cached?.Token, rejected))
            {
                return;
            }

            _cached = null;
            _rejectionsInARow++;
            if (_rejectionsInARow >= RejectionsUntilHoldOff)
            {
                BeginHoldOff(RejectedInARow(_rejectionsInARow), _rejectionsInARow - RejectionsUntilHoldOff + 1);
            }
        }
    }

    /// <summary>Notes that the API accepted a token, so that the next rejection is taken for a revocation.</summary>
    public void Confirm(AccessToken accepted)
    {
        if (_rejectionsInARow == 0)
        {
            return;
        }

        lock (_gate)
        {
            if (ReferenceEquals(_cached?.Token, accepted))
            {
                _rejectionsInARow = 0;
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

        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(FetchAsync, CancellationToken.None);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(FetchAsync, CancellationToken.None);
        }
    }

    /// <summary>Never fails: nobody may be waiting.</summary>
    private async Task<TokenFetch> FetchAsync()
    {
        // Its life is counted from before the request, since when it began on the server isn't known.
        var requestedAt = timeProvider.GetTimestamp();
        try
        {
            var token = await endpoint.RequestTokenAsync(stopping).ConfigureAwait(false);
            Keep(new CachedToken(token, requestedAt, TokenTiming.UsableFor(token.Lifetime), timing.RenewedAfter(token.Lifetime)));
            telemetry.TokenFetched(Age(requestedAt));
            return new TokenFetch(token, Failure: null);
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            return TokenFetch.Stopped;
        }
        catch (AuthenticationFailedException exception)
        {
            telemetry.TokenFetchFailed(Age(requestedAt), exception, oldTokenStillServes: KeepOld(exception));
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
        }
    }

    private bool KeepOld(AuthenticationFailedException failure)
    {
        lock (_gate)
        {
            _flight = null;
            _failuresInARow++;
            BeginHoldOff(failure, _failuresInARow);
            return _cached is { } cached && Age(cached.RequestedAt) < cached.UsableFor;
        }
    }

    private void BeginHoldOff(AuthenticationFailedException failure, int failures) =>
        _holdOff = new HoldOff(failure, timeProvider.GetTimestamp(), timing.HoldOff(failures));

    private TimeSpan? RestOfHoldOff() =>
        _holdOff is { } holdOff && holdOff.Duration - Age(holdOff.Since) is var rest && rest > TimeSpan.Zero ? rest : null;

    private TimeSpan Age(long timestamp) => timeProvider.GetElapsedTime(timestamp);

    private AuthenticationFailedException Again(HoldOff holdOff, TimeSpan rest) =>
        Copy(
            holdOff.Failure,
            $"{holdOff.Failure.Message} That was {Seconds(Age(holdOff.Since))} s ago; so as not to flood the token endpoint, it is asked again in {Seconds(rest)} s at the earliest.");

    /// <summary>One instance each: the adapter writes into it which operation failed.</summary>
    private static Exception OneOfMany(AuthenticationFailedException? shared) => shared is null ? Ended() : Copy(shared, shared.Message);

    private static AuthenticationFailedException Copy(AuthenticationFailedException shared, string message) =>
        new(message, shared) { ResponseStatusCode = shared.ResponseStatusCode };

    private static AuthenticationFailedException RejectedInARow(int rejections) =>
        new($"The API rejected the last {rejections.ToString(CultureInfo.InvariantCulture)} access tokens although they were new. Check that the account of SieSmart:ClientId is active and belongs to SieSmart:Environment.")
        {
            ResponseStatusCode = (int)HttpStatusCode.Unauthorized,
        };

    private static ObjectDisposedException Ended() =>
        new(nameof(SieSmartClient), "No access token was fetched: the client's service provider was disposed of. Keep it for as long as calls are made.");

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private sealed record CachedToken(AccessToken Token, long RequestedAt, TimeSpan UsableFor, TimeSpan RenewedAfter);

    /// <summary>What became of a request: either of the two, or neither if it was stopped.</summary>
    private sealed record TokenFetch(AccessToken? Token, AuthenticationFailedException? Failure)
    {
        public static TokenFetch Stopped { get; } = new(Token: null, Failure: null);
    }

    private sealed record HoldOff(AuthenticationFailedException Failure, long Since, TimeSpan Duration);
}
