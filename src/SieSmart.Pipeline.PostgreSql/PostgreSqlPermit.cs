using SieSmart.Pipeline.Throttling;

namespace SieSmart.Pipeline.PostgreSql;

/// <summary>A permit in PostgreSQL.</summary>
internal sealed class PostgreSqlPermit(PostgreSqlSharedBudget budget, long lease) : ISharedPermit
{
    public async ValueTask CompleteAsync(bool wasUsed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await budget.CompleteAsync(lease, wasUsed, cancellationToken).ConfigureAwait(false);
    }
}
