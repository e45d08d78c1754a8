using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SieSmart;
using SieSmart.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SieSmart client.</summary>
public static class SieSmartServiceCollectionExtensions
{
    /// <summary>Registers <see cref="SieSmartClient"/>, to be injected anywhere.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts, or else when the client is first asked for.</param>
    /// <returns>The builder of the client's HttpClient. Handlers added to it run inside the client's own, once for each attempt.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <remarks>
    /// <para>The client is a singleton, and so are its token and request budget; the handlers behind it are renewed as the
    /// factory's settings say. A <see cref="TimeProvider"/> among the services is used for all time.</para>
    /// <para>Where the options can change at run time, as with configuration that is reloaded, new credentials serve the next
    /// call. New options that are invalid, or that name another environment, address or audience, change nothing: a warning
    /// is logged, and the old ones stay in use until the application restarts or the options are put right. All other
    /// options are those of the start.</para>
    /// <para>Handlers that the host adds to all clients by <c>ConfigureHttpClientDefaults</c> are removed unless
    /// <see cref="SieSmartClientOptions.KeepHostHandlers"/> is set; kept, they run outside the client's own.</para>
    /// </remarks>
    public static IHttpClientBuilder AddSieSmartClient(this IServiceCollection services, Action<SieSmartClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<SieSmartClientOptions>().Configure(configure);
        return AddClient(services, Options.Options.DefaultName);
    }

    /// <summary>Registers <see cref="SieSmartClient"/> with options from the configuration, to be injected anywhere.</summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The application's configuration, whose section <c>SieSmart</c> is taken, or a section that holds the options itself.</param>
    /// <returns>The builder of the client's HttpClient. Handlers added to it run inside the client's own, once for each attempt.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <inheritdoc cref="AddSieSmartClient(IServiceCollection, Action{SieSmartClientOptions})" path="/remarks"/>
    public static IHttpClientBuilder AddSieSmartClient(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        Bind(
            services.AddOptions<SieSmartClientOptions>(),
            configuration as IConfigurationSection ?? configuration.GetSection(SieSmartClientOptions.SectionName));
        return AddClient(services, Options.Options.DefaultName);
    }

    /// <summary>
    /// Registers another <see cref="SieSmartClient"/> under a name, for programs that act for several accounts. It is
    /// injected as <c>[FromKeyedServices("name")] SieSmartClient</c>.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The client's name: its service key, and the name of its options. Not empty.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts, or else when the client is first asked for.</param>
    /// <returns>The builder of the client's HttpClient. Handlers added to it run inside the client's own, once for each attempt.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <remarks>
    /// Each name has options, credentials and a token of its own. All clients of a container share the request budget of the
    /// host that they call, since the API counts requests by IP address, whoever they are made for. For all else see
    /// <see cref="AddSieSmartClient(IServiceCollection, Action{SieSmartClientOptions})"/>.
    /// </remarks>
    public static IHttpClientBuilder AddSieSmartClient(this IServiceCollection services, string name, Action<SieSmartClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<SieSmartClientOptions>(NotEmpty(name)).Configure(configure);
        return AddClient(services, name);
    }

    /// <summary>
    /// Registers another <see cref="SieSmartClient"/> under a name, with options from the configuration. It is injected as
    /// <c>[FromKeyedServices("name")] SieSmartClient</c>.
    /// </summary>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The client's name: its service key, and the name of its options. Not empty.</param>
    /// <param name="configuration">The application's configuration, whose section <c>SieSmart:{name}</c> is taken, or a section that holds the options itself.</param>
    /// <returns>The builder of the client's HttpClient. Handlers added to it run inside the client's own, once for each attempt.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <inheritdoc cref="AddSieSmartClient(IServiceCollection, string, Action{SieSmartClientOptions})" path="/remarks"/>
    public static IHttpClientBuilder AddSieSmartClient(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        Bind(
            services.AddOptions<SieSmartClientOptions>(NotEmpty(name)),
            configuration as IConfigurationSection
                ?? configuration.GetSection(ConfigurationPath.Combine(SieSmartClientOptions.SectionName, name)));
        return AddClient(services, name);
    }

    private static void Bind(OptionsBuilder<SieSmartClientOptions> options, IConfigurationSection section) =>
        options.Bind(section).ReportUnknownKeys(section);

    private static string NotEmpty(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Trim().Length > 0
            ? name
            : throw new ArgumentException("The client's name is empty. Give it one, or leave the argument out to register the unnamed client.", nameof(name));
    }

    private static IHttpClientBuilder AddClient(IServiceCollection services, string name)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SieSmartClientOptions>, SieSmartClientOptionsValidator>());
        return services.AddOpenApiClient(SieSmartClientDefinition.Instance, name);
    }
}
