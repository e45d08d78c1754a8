namespace SieSmart.Client.Throttling;

/// <summary>The right to send one request. Dispose of it when the response has arrived, or has failed to.</summary>
/// <remarks>Disposing twice does nothing. Thread-safe.</remarks>
public sealed class RequestPermit : IDisposable
{
    private RequestBudget? _budget;

    internal RequestPermit(RequestBudget budget) => _budget = budget;

    /// <summary>Gives the permit back as used: it comes free one window from now.</summary>
    public void Dispose() => Interlocked.Exchange(ref _budget, null)?.Return(wasUsed: true);

    /// <summary>Gives the permit back at once, because nothing was sent.</summary>
    public void ReturnUnused() => Interlocked.Exchange(ref _budget, null)?.Return(wasUsed: false);
}
