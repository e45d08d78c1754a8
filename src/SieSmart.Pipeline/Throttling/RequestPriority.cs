namespace SieSmart.Pipeline.Throttling;

/// <summary>Who waits for a request: the lane of the <see cref="RequestBudget"/> that it queues in.</summary>
public enum RequestPriority
{
    /// <summary>A person waits for it. Goes first.</summary>
    Interactive,

    /// <summary>Nobody waits for it, as in a nightly job. Goes behind what people wait for, but never without end.</summary>
    Bulk,
}
