namespace SharedBudgets.Simulation.Machines;

/// <summary>How long and how often a call tries: the defaults of <c>OpenApiClientOptions</c>, for all that are compared.</summary>
internal static class CallLimits
{
    public const int MaxRetries = 3;

    public static readonly TimeSpan QueueTimeout = TimeSpan.FromMinutes(2.5);

    public static readonly TimeSpan TotalTimeout = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan LongestRequest = TimeSpan.FromMinutes(2);
}
