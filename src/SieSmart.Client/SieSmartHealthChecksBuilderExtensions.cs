using Microsoft.Extensions.Diagnostics.HealthChecks;
using SieSmart;
using SieSmart.Client;
using SieSmart.Client.HealthChecks;
using SieSmart.Pipeline.Throttling;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health check of a SieSmart client.</summary>
public static class SieSmartHealthChecksBuilderExtensions
{
    /// <summary>Adds a health check that tells the token, the way to the API and the request budget of a client apart.</summary>
    /// <param name="builder">The builder of <c>services.AddHealthChecks()</c>.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="failureStatus">What is reported where no call can succeed; <see cref="HealthStatus.Unhealthy"/> by default.</param>
    /// <param name="tags">Tags to select the check by.</param>
    /// <param name="timeout">How long the check may take; no limit by default. It only takes time if it probes.</param>
    /// <param name="clientName">The name that the client was registered with; null for the unnamed one.</param>
    /// <param name="configure">Sets how the check looks.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    /// <remarks>
    /// <para>By default nothing is sent, no permit spent and no token fetched: the check reports what calls have shown. It fails
    /// where no token can be had or the API could not be reached lately. It is degraded where an old token still
    /// serves but can't be renewed, where the budget is paused because the API refused a request, and where changed
    /// options were refused. What isn't known is healthy.</para>
    /// <para>The parts stand in the description and, as numbers, in the data under <c>token.*</c>, <c>api.*</c>,
    /// <c>budget.*</c> and <c>options.*</c>. Neither contains a token or a secret.</para>
    /// </remarks>
    public static IHealthChecksBuilder AddSieSmart(
        this IHealthChecksBuilder builder,
        string name = "siesmart",
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null,
        string? clientName = null,
        Action<SieSmartHealthCheckOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        var options = new SieSmartHealthCheckOptions();
        configure?.Invoke(options);
        return builder.AddOpenApiClient<SieSmartClient>(
            SieSmartClientDefinition.Instance.Name,
            name,
            failureStatus,
            tags,
            timeout,
            clientName,
            check =>
            {
                check.Probe = options.Probe
                    // One request that changes nothing, behind all that people wait for.
                    ? (client, token) => client.Common.Offices.GetAsync(
                        request => request.Options.Add(new RequestPriorityOption(RequestPriority.Bulk)), token)
                    : null;
                check.ProbePeriod = options.ProbePeriod;
                check.OutcomeLifetime = options.OutcomeLifetime;
            });
    }
}
