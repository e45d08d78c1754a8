namespace SieSmart.Pipeline.Throttling;

/// <summary>
/// One client's use of a budget. Disposing of it ends the waits of its callers and nobody else's. Thread-safe.
/// </summary>
/// <param name="budget">The budget, which may have other users.</param>
/// <param name="leave">Called once when the use ends; null for a budget that is its creator's.</param>
internal sealed class BudgetUse(RequestBudget budget, Action<BudgetUse>? leave) : IDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private Action<BudgetUse>? _leave = leave;

    /// <summary>What is used, the same for all who share it.</summary>
    public RequestBudget Budget => budget;

    public bool HasEnded => _ending.IsCancellationRequested;

    public BudgetSnapshot Snapshot() => budget.Snapshot();

    /// <inheritdoc cref="RequestBudget.AcquireAsync(RequestPriority, TimeSpan, CancellationToken)"/>
    public ValueTask<RequestPermit> AcquireAsync(RequestPriority priority, TimeSpan timeout, Action<TimeSpan, int> waits, CancellationToken cancellationToken) =>
        _ending.IsCancellationRequested
            ? throw PermitRefusal.ClientHasEnded()
            : budget.AcquireAsync(priority, timeout, waits, _ending.Token, cancellationToken);

    /// <summary>A permit that is there at once; null if there is none for this caller now, or none to be had, which waiting for one tells.</summary>
    public RequestPermit? TryAcquire(RequestPriority priority, CancellationToken cancellationToken) =>
        _ending.IsCancellationRequested || cancellationToken.IsCancellationRequested ? null : budget.TryAcquire(priority);

    public void Dispose()
    {
        // Not disposed of: callers that come too late still look at it, and without a timer it holds nothing.
        _ending.Cancel();
        Interlocked.Exchange(ref _leave, null)?.Invoke(this);
    }
}
