namespace SieSmart.Pipeline.Throttling;

/// <summary>There is always a permit: for an API whose limit nobody knows. Its budget still pauses when the API refuses a request.</summary>
internal sealed class UnlimitedEngine : IPermitEngine
{
    public TimeSpan DefaultPause { get; } = TimeSpan.FromSeconds(15);

    public string Scarcity => string.Empty;

    public Exception? Failure => null;

    public (int Used, int Permits)? Usage(TimeSpan now) => null;

    public bool TryTake(RequestPriority priority, bool isDue, TimeSpan now, out ISharedPermit? permit)
    {
        permit = null;
        return true;
    }

    public void GiveBack(ISharedPermit? permit, bool wasUsed, TimeSpan now)
    {
        // Nobody counts.
    }

    public TimeSpan? NextChance(RequestPriority priority, TimeSpan now) => now;

    public TimeSpan EarliestGrant(int ahead, RequestPriority priority, TimeSpan now) => now;

    public void TellDemand(bool isInteractiveWaiting, bool isBulkWaiting)
    {
        // Permits need no asking for.
    }

    public void Learn(TimeSpan grantedAt, TimeSpan resumesAt, TimeSpan now)
    {
        // There is no number to lower.
    }

    public void SharePause(TimeSpan duration)
    {
        // There is nobody to tell.
    }

    public void Resize(int permits)
    {
        // There is no number to change.
    }

    public void Dispose()
    {
        // Holds nothing.
    }
}
