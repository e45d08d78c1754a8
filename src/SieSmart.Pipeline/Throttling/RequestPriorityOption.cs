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
    private const string Name = "SieSmart.Pipeline.Throttling.RequestPriorityOption";

#if NET8_0_OR_GREATER
    private static readonly HttpRequestOptionsKey<RequestPriorityOption> Key = new(Name);
#endif

    /// <summary>The priority of the request.</summary>
    public RequestPriority Priority => priority;

    /// <summary>That of a message, under the name that Kiota gives to options; null if it has none.</summary>
    internal static RequestPriorityOption? Of(HttpRequestMessage request) =>
#if NET8_0_OR_GREATER
        request.Options.TryGetValue(Key, out var own) ? own : null;
#else
        request.Properties.TryGetValue(Name, out var own) ? own as RequestPriorityOption : null;
#endif
}
