using System.Threading.RateLimiting;

namespace SieSmart.Pipeline.Throttling;

/// <summary>A lease of a rate limiter. Whether it was used is all one to the limiter.</summary>
internal sealed class LeasedPermit(RateLimitLease lease) : ISharedPermit
{
    public ValueTask CompleteAsync(bool wasUsed, CancellationToken cancellationToken)
    {
        lease.Dispose();
        return default;
    }
}
