using SieSmart.Pipeline.Throttling;

namespace SieSmart.Pipeline.Redis;

/// <summary>A permit in Redis.</summary>
internal sealed class RedisPermit(RedisSharedBudget budget, string lease) : ISharedPermit
{
    public async ValueTask CompleteAsync(bool wasUsed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await budget.CompleteAsync(lease, wasUsed).ConfigureAwait(false);
    }
}
