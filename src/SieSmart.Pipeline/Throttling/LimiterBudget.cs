using System.Threading.RateLimiting;

namespace SieSmart.Pipeline.Throttling;

/// <summary>A rate limiter, asked as a shared budget is. It knows neither lanes nor pauses.</summary>
internal sealed class LimiterBudget(RateLimiter limiter) : ISharedBudget
{
    /// <summary>For limiters that refuse without saying when to come back.</summary>
    private static readonly TimeSpan DefaultSleep = TimeSpan.FromMilliseconds(250);

    public async ValueTask<SharedReservation> ReserveAsync(RequestPriority priority, CancellationToken cancellationToken)
    {
        var lease = await limiter.AcquireAsync(permitCount: 1, cancellationToken).ConfigureAwait(false);
        if (lease.IsAcquired)
        {
            return SharedReservation.Granted(new LeasedPermit(lease));
        }

        using (lease)
        {
            return SharedReservation.NotYet(
                lease.TryGetMetadata(MetadataName.RetryAfter, out var retryAfter) && retryAfter > TimeSpan.Zero ? retryAfter : DefaultSleep);
        }
    }

    public ValueTask PauseAsync(TimeSpan duration, CancellationToken cancellationToken) => default;
}
