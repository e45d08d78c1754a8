namespace SieSmart.Pipeline.HealthChecks;

/// <summary>How a health check looks at a client.</summary>
/// <typeparam name="TClient">The generated client.</typeparam>
public sealed class ClientHealthCheckOptions<TClient>
{
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Makes a call that changes nothing, when the application made no call of its own within <see cref="ProbePeriod"/>; null (the
    /// default) to send nothing. Such a probe pays a permit and may fetch a token.
    /// </summary>
    public Func<TClient, CancellationToken, Task>? Probe { get; set; }

    /// <summary>How much time there is between probes at the least, 1 second or more; 1 minute by default.</summary>
    public TimeSpan ProbePeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// For how long the outcome of a call says something of the present, more than zero; 5 minutes by default. After it the
    /// check no longer knows whether the API can be reached, and is healthy again: an application that gets no
    /// requests while it is unhealthy would otherwise never find out.
    /// </summary>
    public TimeSpan OutcomeLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong with the options; null if nothing is.</summary>
    internal string? FindFault()
    {
        if (ProbePeriod < ShortestPeriod)
        {
            return $"{nameof(ProbePeriod)} is {ProbePeriod}. Set it to 1 second or more.";
        }

        return OutcomeLifetime <= TimeSpan.Zero ? $"{nameof(OutcomeLifetime)} is {OutcomeLifetime}. Set it to more than zero." : null;
    }
}
