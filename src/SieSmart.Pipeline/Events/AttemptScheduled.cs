using SieSmart.Runtime;

namespace SieSmart.Pipeline.Events;

/// <summary>A request will be sent again.</summary>
/// <param name="Operation">What it asks for; null for a request that was built by hand.</param>
/// <param name="Attempt">The number of the attempt to come; the first attempt of all is 1.</param>
/// <param name="Reason">The name of the reason.</param>
/// <param name="Delay">How long to wait before it.</param>
internal sealed record AttemptScheduled(OperationDescription? Operation, int Attempt, string Reason, TimeSpan Delay) : PipelineEvent;
