using SieSmart.Pipeline.Authentication;
using SieSmart.Pipeline.Events;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Sharing.Tokens;

/// <summary>
/// Takes the token that another process has fetched, or waits for one that is fetching it, or is the one that does. One call at a time.
/// </summary>
/// <remarks>
/// What is shared is a saving, never a need: if the store can't be asked, holds what this process can't read, or another takes longer
/// than a request of one's own may, the process fetches its own token, and fails with an <see cref="AuthenticationFailedException"/> only if that
/// does. A lease is short and is prolonged during the request, so that the others
/// don't wait long for a process that died.
/// </remarks>
internal sealed class SharedTokenOrigin(ITokenOrigin endpoint, ISharedTokenStore store, TokenSeal seal, IPipelineObserver observer, TimeProvider timeProvider) : ITokenOrigin
{
    /// <summary>How long others wait for a process that died.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Prolongation = TimeSpan.FromSeconds(1.5);

    /// <summary>A busy machine is no outage: whoever takes it for one asks for a token that is there already.</summary>
    private static readonly TimeSpan Patience = RequestBudget.SharedCallTimeout;

    /// <summary>As long as a request of one's own may take.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>How long the store is left alone after it failed.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(1);

    private readonly string _asker = Guid.NewGuid().ToString("N");
    private (AccessToken Token, long Version)? _current;
    private long _seen;
    private (long Since, long Last)? _loss;
    private bool _hasToldUnreadable;

    public async Task<AccessToken> FetchAsync(AccessToken? unwanted, bool isRejected, CancellationToken stopping)
    {
        var turn = await AwaitTurnAsync(unwanted, isRejected, stopping).ConfigureAwait(false);
        if (turn.Token is { } shared)
        {
            return shared;
        }

        if (!turn.HasLease)
        {
            return await endpoint.FetchAsync(unwanted, isRejected, stopping).ConfigureAwait(false);
        }

        AccessToken fetched;
        try
        {
            fetched = await FetchWithLeaseAsync(unwanted, isRejected, stopping).ConfigureAwait(false);
        }
        catch (Exception)
        {
            await ReleaseAsync().ConfigureAwait(false);
            throw;
        }

        await StoreAsync(fetched, stopping).ConfigureAwait(false);
        return fetched;
    }

    private async Task<TokenTurn> AwaitTurnAsync(AccessToken? unwanted, bool isRejected, CancellationToken stopping)
    {
        if (_loss is { } loss && timeProvider.GetElapsedTime(loss.Last) < Retry)
        {
            return TokenTurn.Alone;
        }

        try
        {
            if (isRejected && _current is { } current && ReferenceEquals(current.Token, unwanted))
            {
                await WithPatienceAsync(async cancelled => { await store.DropAsync(seal.Key, current.Version, cancelled).ConfigureAwait(false); return true; }, stopping).ConfigureAwait(false);
            }

            return await AskUntilTurnAsync(stopping).ConfigureAwait(false);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            Lose(exception);
            return TokenTurn.Alone;
        }
    }

    private async Task<TokenTurn> AskUntilTurnAsync(CancellationToken stopping)
    {
        var (started, sleep) = (timeProvider.GetTimestamp(), ShortestSleep);
        do
        {
            var askedAt = timeProvider.GetTimestamp();
            var answer = await AskAsync(stopping).ConfigureAwait(false);
            NoteReturn();
            if (answer.IsLeased)
            {
                return TokenTurn.Own;
            }

            if (answer.Token is { } found)
            {
                _seen = answer.Version > _seen ? answer.Version : throw new InvalidOperationException("The shared token store answered with a version that is not newer than the one that was asked about.");
                if (Open(found, askedAt) is { } token)
                {
                    _current = (token, answer.Version);
                    return TokenTurn.Of(token);
                }
            }
            else
            {
                // Longer each time, so that many who wait don't keep the one that fetches from its work; all wait at most twice as long as it takes.
                await timeProvider.Delay(answer.Rest < sleep ? answer.Rest.Value + TimeSpan.FromMilliseconds(1) : sleep, stopping).ConfigureAwait(false);
                sleep = sleep + sleep < LongestSleep ? sleep + sleep : LongestSleep;
            }
        }
        while (timeProvider.GetElapsedTime(started) < LongestWait);

        return TokenTurn.Alone;
    }

    private async Task<SharedTokenAnswer> AskAsync(CancellationToken stopping)
    {
        var after = _seen;
        return await WithPatienceAsync(cancelled => store.AskAsync(seal.Key, after, _asker, Lease, cancelled), stopping).ConfigureAwait(false);
    }

    /// <returns>The token, if this process can read it and it is good for a while yet.</returns>
    private AccessToken? Open(ProtectedToken found, long askedAt)
    {
        var (token, failure) = seal.Unprotect(found, askedAt, timeProvider);
        if (failure is not null && !_hasToldUnreadable)
        {
            _hasToldUnreadable = true;
            observer.Notify(new SharedTokenUnreadable(failure));
        }

        return token is not null && timeProvider.GetElapsedTime(token.RequestedAt) < TokenTiming.UsableFor(token.Lifetime) ? token : null;
    }

    private async Task<AccessToken> FetchWithLeaseAsync(AccessToken? unwanted, bool isRejected, CancellationToken stopping)
    {
        using var fetching = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var prolonging = ProlongAsync(fetching.Token);
        try
        {
            return await endpoint.FetchAsync(unwanted, isRejected, stopping).ConfigureAwait(false);
        }
        finally
        {
            // Before the lease is given back: nobody may take it again for a request that is over.
            fetching.Cancel();
            await prolonging.ConfigureAwait(false);
        }
    }

    private async Task ProlongAsync(CancellationToken fetched)
    {
        try
        {
            do
            {
                await timeProvider.Delay(Prolongation, fetched).ConfigureAwait(false);
            }
            while ((await AskAsync(fetched).ConfigureAwait(false)).IsLeased);
        }
        catch (Exception)
        {
            // The lease ends, or is another's, and the worst of it is a second request.
        }
    }

    private async Task StoreAsync(AccessToken fetched, CancellationToken stopping)
    {
        try
        {
            var token = seal.Protect(fetched, timeProvider.GetElapsedTime(fetched.RequestedAt));
            if (await WithPatienceAsync(cancelled => store.StoreAsync(seal.Key, _asker, token, cancelled), stopping).ConfigureAwait(false) is { } version)
            {
                (_current, _seen) = ((fetched, version), version);
            }
        }
        catch (Exception exception)
        {
            if (!stopping.IsCancellationRequested)
            {
                Lose(exception);
            }

            // A store that says nothing isn't waited for twice.
            if (exception is not TimeoutException)
            {
                await ReleaseAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task ReleaseAsync()
    {
        try
        {
            await WithPatienceAsync(async cancelled => { await store.ReleaseAsync(seal.Key, _asker, cancelled).ConfigureAwait(false); return true; }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // It ends by itself.
        }
    }

    private async Task<TResult> WithPatienceAsync<TResult>(Func<CancellationToken, ValueTask<TResult>> ask, CancellationToken stopping)
    {
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var question = BackgroundWork.RunAsync(() => ask(asking.Token).AsTask());
        try
        {
            return await question.WaitAsync(Patience, timeProvider, stopping).ConfigureAwait(false);
        }
        catch
        {
            asking.Cancel();
            _ = question.ContinueWith(static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }
    }

    private void Lose(Exception cause)
    {
        var now = timeProvider.GetTimestamp();
        var isNew = _loss is null;
        _loss = (_loss?.Since ?? now, now);
        if (isNew)
        {
            observer.Notify(new SharedTokenLost(cause));
        }
    }

    private void NoteReturn()
    {
        if (_loss is { } loss)
        {
            _loss = null;
            observer.Notify(new SharedTokenReturned(timeProvider.GetElapsedTime(loss.Since)));
        }
    }
}
