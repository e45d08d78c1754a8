namespace SieSmart.Pipeline.Throttling;

/// <summary>The right to send one request. Dispose of it when the response has arrived, or has failed to.</summary>
/// <remarks>It is given back once, by whichever of its methods is called first; later calls do nothing. Thread-safe.</remarks>
public sealed class RequestPermit : IDisposable
{
    private PermitQueue? _queue;

    internal RequestPermit(PermitQueue queue, ISharedPermit? shared, TimeSpan grantedAt)
    {
        _queue = queue;
        Shared = shared;
        GrantedAt = grantedAt;
    }

    internal ISharedPermit? Shared { get; }

    internal TimeSpan GrantedAt { get; }

    /// <summary>Gives the permit back as used: it comes free one window from now.</summary>
    public void Dispose() => Interlocked.Exchange(ref _queue, null)?.TakeBack(this, wasUsed: true);

    /// <summary>Gives the permit back at once, because nothing was sent.</summary>
    public void ReturnUnused() => Interlocked.Exchange(ref _queue, null)?.TakeBack(this, wasUsed: false);

    /// <summary>
    /// Gives the permit back as used, and says that the server refused the request all the same (429): somebody else spends
    /// its limit too. The budget pauses for all, then lets one request through before the others, and lowers and spreads its
    /// permits for a while, as <see cref="RequestBudget"/> says.
    /// </summary>
    /// <param name="retryAfter">
    /// How long the server asks to wait, at most <see cref="RequestBudget.LongestPause"/>; null if it doesn't say, for a quarter of
    /// the window.
    /// </param>
    public void ReturnRefused(TimeSpan? retryAfter = null) => Interlocked.Exchange(ref _queue, null)?.TakeRefused(this, retryAfter);
}
