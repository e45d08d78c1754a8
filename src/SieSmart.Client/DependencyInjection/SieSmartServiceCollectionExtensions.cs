using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SieSmart;
using SieSmart.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SieSmart client.</summary>
public static class SieSmartServiceCollectionExtensions
{
    private const string HttpClientName = "SieSmart";
    private const string TokenHttpClientName = "SieSmart.Tokens";

    /// <summary>Registers <see cref="SieSmartClient"/>, to be injected anywhere.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts, or else when the client is first asked for.</param>
    /// <returns>The builder of the client's HttpClient. Handlers added to it run inside the client's own, once for each attempt.</returns>
    /// <remarks>
    /// Token and request budget are singletons of the container. The client itself is transient and cheap, as typed
    /// clients are. A <see cref="TimeProvider"/> among the services is used for all time.
    /// </remarks>
    public static IHttpClientBuilder AddSieSmartClient(this IServiceCollection services, Action<SieSmartClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<SieSmartClientOptions>().Configure(configure);
        return AddClient(services);
    }

    /// <summary>Registers <see cref="SieSmartClient"/> with options from the configuration, to be injected anywhere.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The application's configuration, whose section <c>SieSmart</c> is taken, or a section that holds the options itself.</param>
    /// <returns>The builder of the client's HttpClient. Handlers added to it run inside the client's own, once for each attempt.</returns>
    /// <inheritdoc cref="AddSieSmartClient(IServiceCollection, Action{SieSmartClientOptions})" path="/remarks"/>
    public static IHttpClientBuilder AddSieSmartClient(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddOptions<SieSmartClientOptions>()
            .Bind(configuration as IConfigurationSection ?? configuration.GetSection(SieSmartClientOptions.SectionName));
        return AddClient(services);
    }

    private static IHttpClientBuilder AddClient(IServiceCollection services)
    {
        var builder = services.AddHttpClient(HttpClientName);
        if (services.Any(service => service.ServiceType == typeof(SieSmartClient)))
        {
            // A second call changes options; a second set of handlers would pay for each request twice.
            return builder;
        }

        services.AddOptions<SieSmartClientOptions>().ValidateOnStart();
        services.AddSingleton<IValidateOptions<SieSmartClientOptions>, SieSmartClientOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
        {
            var factory = provider.GetRequiredService<IHttpClientFactory>();
            return new SharedResources(() => factory.CreateClient(TokenHttpClientName), provider.GetRequiredService<TimeProvider>());
        });
        services.AddHttpClient(TokenHttpClientName, client => HttpTransport.ConfigureForTokens(client))
            .ConfigurePrimaryHttpMessageHandler(HttpTransport.CreateHandler)
            .RedactLoggedHeaders(_ => true);
        services.AddTransient(provider => new SieSmartClient(
            ClientPipeline.CreateAdapter(
                provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName),
                provider.GetRequiredService<IOptions<SieSmartClientOptions>>().Value,
                provider.GetRequiredService<TimeProvider>())));

        builder
            .ConfigureHttpClient(client => HttpTransport.ConfigureForCalls(client))
            .ConfigurePrimaryHttpMessageHandler(HttpTransport.CreateHandler)
            .ConfigureAdditionalHttpMessageHandlers(AddHandlers)
            .RedactLoggedHeaders(_ => true);
        return builder;
    }

    private static void AddHandlers(IList<DelegatingHandler> handlers, IServiceProvider provider)
    {
        var own = ClientPipeline.CreateHandlers(
            provider.GetRequiredService<IOptions<SieSmartClientOptions>>().Value,
            provider.GetRequiredService<SharedResources>(),
            provider.GetRequiredService<TimeProvider>());
        foreach (var handler in own)
        {
            handlers.Add(handler);
        }
    }
}
