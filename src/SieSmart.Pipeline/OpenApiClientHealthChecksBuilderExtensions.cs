using Microsoft.Extensions.Diagnostics.HealthChecks;
using SieSmart.Pipeline;
using SieSmart.Pipeline.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health checks of generated clients.</summary>
public static class OpenApiClientHealthChecksBuilderExtensions
{
    /// <summary>Adds a health check that tells the token, the way to the API and the request budget of a client apart.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="builder">The builder of <c>services.AddHealthChecks()</c>.</param>
    /// <param name="serviceName">The name of the service that the client was registered with.</param>
    /// <param name="name">The name of the check; <paramref name="serviceName"/> by default.</param>
    /// <param name="failureStatus">What is reported where no call can succeed; <see cref="HealthStatus.Unhealthy"/> by default.</param>
    /// <param name="tags">Tags to select the check by.</param>
    /// <param name="timeout">How long the check may take; no limit by default. It only takes time if it probes.</param>
    /// <param name="clientName">The name of the client, where the service has several; null for the one without.</param>
    /// <param name="configure">Sets how the check looks.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="serviceName"/> is null.</exception>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    /// <remarks>
    /// <para>By default nothing is sent, no permit spent and no token fetched: the check reports what calls have shown. It fails
    /// where no token can be had or the API could not be reached lately. It is degraded where an old token still
    /// serves but can't be renewed, where the budget is paused because the API refused a request, and where changed
    /// options were refused. What isn't known is healthy.</para>
    /// <para>The parts stand in the description and, as numbers, in the data under <c>token.*</c>, <c>api.*</c>,
    /// <c>budget.*</c> and <c>options.*</c>. Neither contains a token or a secret.</para>
    /// </remarks>
    public static IHealthChecksBuilder AddOpenApiClient<TClient>(
        this IHealthChecksBuilder builder,
        string serviceName,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null,
        string? clientName = null,
        Action<ClientHealthCheckOptions<TClient>>? configure = null)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(serviceName);
        var options = new ClientHealthCheckOptions<TClient>();
        configure?.Invoke(options);
        var checkName = name ?? serviceName;
        if (options.FindFault() is { } fault)
        {
            throw new ArgumentException($"The health check '{checkName}' was not added: {fault}", nameof(configure));
        }

        return builder.Add(new HealthCheckRegistration(
            checkName,
            provider => Create(provider, serviceName, clientName ?? string.Empty, options),
            failureStatus,
            tags,
            timeout));
    }

    private static OpenApiHealthCheck Create<TClient>(
        IServiceProvider services,
        string serviceName,
        string clientName,
        ClientHealthCheckOptions<TClient> options)
        where TClient : class
    {
        return new OpenApiHealthCheck(
            Look,
            options.Probe is { } probe ? token => probe(Client(), token) : null,
            options.ProbePeriod,
            options.OutcomeLifetime);

        IHealthSubject Look()
        {
            var client = Find();
            return new ClientHealth(services.GetRequiredService<ClientAccounts>().Of(client));
        }

        TClient Client() => Find().Key is { } key ? services.GetRequiredKeyedService<TClient>(key) : services.GetRequiredService<TClient>();

        ClientRegistration Find()
        {
            var name = clientName.Length == 0 ? serviceName : $"{serviceName}:{clientName}";
            return services.GetServices<ClientRegistration>().FirstOrDefault(client =>
                    client.ClientType == typeof(TClient) && string.Equals(client.HttpClientName, name, StringComparison.Ordinal))
                ?? throw new InvalidOperationException(
                    $"The health check has no client to look at. Register one with services.Add{typeof(TClient).Name}(…), or with services.AddOpenApiClient<{typeof(TClient).Name}>(\"{name}\", …).");
        }
    }
}
