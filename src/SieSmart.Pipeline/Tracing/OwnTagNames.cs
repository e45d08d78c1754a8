namespace SieSmart.Pipeline.Tracing;

/// <summary>What tags are called that no convention has a name for: each begins with the same prefix.</summary>
internal sealed class OwnTagNames(string prefix)
{
    public string OperationId { get; } = $"{prefix}.operation.id";

    public string TraceId { get; } = $"{prefix}.trace_id";

    public string Attempts { get; } = $"{prefix}.attempts";

    public string Priority { get; } = $"{prefix}.priority";

    public string RetryReason { get; } = $"{prefix}.retry.reason";

    public string HasRetryAfter { get; } = $"{prefix}.retry_after.given";
}
