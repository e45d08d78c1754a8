namespace SieSmart.Pipeline.Tracing;

/// <summary>How a budget stands at one moment, as metrics tell it.</summary>
/// <param name="Budget">Which one it is: what several users share is told of once.</param>
/// <param name="Server">The host that it pays for.</param>
/// <param name="Port">The host's port.</param>
/// <param name="InteractiveWaiting">How many interactive callers wait.</param>
/// <param name="BulkWaiting">How many bulk callers wait.</param>
/// <param name="Available">How many permits could be taken at once; null where only the engine's owner knows, or where there is no limit.</param>
internal sealed record BudgetReading(object Budget, string Server, int Port, int InteractiveWaiting, int BulkWaiting, int? Available);
