namespace SieSmart.Pipeline.Throttling;

/// <summary>How a budget stands at one moment.</summary>
/// <param name="Used">How many permits are out or not yet free again; null where only the engine's owner knows.</param>
/// <param name="Permits">How many there are now, fewer than usual after a refusal; null where only the engine's owner knows.</param>
/// <param name="InteractiveWaiting">How many interactive callers wait.</param>
/// <param name="BulkWaiting">How many bulk callers wait.</param>
/// <param name="PausedFor">How long nothing is sent yet; zero while not paused.</param>
/// <param name="Failure">Why the engine can't be asked; null while it can.</param>
internal sealed record BudgetSnapshot(
    int? Used,
    int? Permits,
    int InteractiveWaiting,
    int BulkWaiting,
    TimeSpan PausedFor,
    Exception? Failure);
