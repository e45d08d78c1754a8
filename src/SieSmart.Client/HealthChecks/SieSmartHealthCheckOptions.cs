namespace SieSmart.Client.HealthChecks;

/// <summary>How a health check looks at a SieSmart client.</summary>
public sealed class SieSmartHealthCheckOptions
{
    /// <summary>
    /// Whether the check reads the offices from the API when the application made no call of its own within
    /// <see cref="ProbePeriod"/>; false by default. Such a probe pays a permit at bulk priority and may fetch a token.
    /// </summary>
    public bool Probe { get; set; }

    /// <summary>How much time there is between probes at the least, 1 second or more; 1 minute by default.</summary>
    public TimeSpan ProbePeriod { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// For how long the outcome of a call says something of the present, more than zero; 5 minutes by default. After it the
    /// check no longer knows whether the API can be reached, and is healthy again: an application that gets no
    /// requests while it is unhealthy would otherwise never find out.
    /// </summary>
    public TimeSpan OutcomeLifetime { get; set; } = TimeSpan.FromMinutes(5);
}
