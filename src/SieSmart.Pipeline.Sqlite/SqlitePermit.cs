using SieSmart.Pipeline.Throttling;

namespace SieSmart.Pipeline.Sqlite;

/// <summary>A permit in the file.</summary>
internal sealed class SqlitePermit(SqliteSharedBudget budget, long lease) : ISharedPermit
{
    public ValueTask CompleteAsync(bool wasUsed, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        budget.Complete(lease, wasUsed);
        return default;
    }
}
