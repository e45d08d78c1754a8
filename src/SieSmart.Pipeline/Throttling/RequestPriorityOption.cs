using Microsoft.Kiota.Abstractions;

namespace SieSmart.Pipeline.Throttling;

/// <summary>
/// Gives one request a priority of its own, other than its client's. Immutable.
/// </summary>
/// <remarks>
/// <code>
/// await client.Proposals[id].GetAsync(request =&gt; request.Options.Add(new RequestPriorityOption(RequestPriority.Bulk)));
/// </code>
/// </remarks>
/// <param name="priority">The priority.</param>
public sealed class RequestPriorityOption(RequestPriority priority) : IRequestOption
{
    /// <summary>The priority of the request.</summary>
    public RequestPriority Priority => priority;
}
