using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SieSmart.Pipeline;
using SieSmart.Pipeline.DependencyInjection;
using SieSmart.Pipeline.Tracing;
using SieSmart.Runtime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers generated clients.</summary>
public static class OpenApiClientServiceCollectionExtensions
{
    /// <summary>Registers a generated client, to be injected anywhere.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The name of the client, which is its service key, too; not empty. Messages call its settings <c>{name}:BaseAddress</c> and so on.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts, or else when the client is first asked for.</param>
    /// <returns>The builder of the client's HttpClient. Handlers added to it run inside the client's own, once for each attempt.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <remarks>
    /// <para>The client is a singleton, and so are its tokens and its request budget; the handlers behind it are renewed as the
    /// factory's settings say. A <see cref="TimeProvider"/> among the services is used for all time.</para>
    /// <para>It is injected as <typeparamref name="TClient"/>, or as <c>[FromKeyedServices("name")]</c>, which is the only way where several of one
    /// type are registered: each has options, credentials and tokens of its own, and all that call one host share its budget.</para>
    /// <para>Where the options can change at run time, as with configuration that is reloaded, new credentials serve the next
    /// call. New options that are invalid, or that name another address or audience, change nothing: a warning
    /// is logged, and the old ones stay in use until the application restarts or the options are put right. All other
    /// options are those of the start.</para>
    /// <para>Handlers that the host adds to all clients by <c>ConfigureHttpClientDefaults</c> are removed unless
    /// <see cref="OpenApiClientOptions.KeepHostHandlers"/> is set; kept, they run outside the client's own.</para>
    /// </remarks>
    public static IHttpClientBuilder AddOpenApiClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services,
        string name,
        Action<OpenApiClientOptions> configure)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<OpenApiClientOptions>(NotEmpty(name)).Configure(configure);
        return AddGeneratedClient<TClient>(services, name);
    }

    /// <summary>Registers a generated client with options from the configuration, to be injected anywhere.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The name of the client, which is its service key, too; not empty.</param>
    /// <param name="configuration">
    /// The application's configuration, whose section <paramref name="name"/> is taken, or a section that holds the options itself. A key in
    /// it that is no option is reported at the start.
    /// </param>
    /// <param name="configure">Sets what no configuration can hold, after it was read; null (the default) for nothing.</param>
    /// <returns>The builder of the client's HttpClient. Handlers added to it run inside the client's own, once for each attempt.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <inheritdoc cref="AddOpenApiClient{TClient}(IServiceCollection, string, Action{OpenApiClientOptions})" path="/remarks"/>
    public static IHttpClientBuilder AddOpenApiClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services,
        string name,
        IConfiguration configuration,
        Action<OpenApiClientOptions>? configure = null)
        where TClient : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration as IConfigurationSection ?? configuration.GetSection(NotEmpty(name));
        services.AddOptions<OpenApiClientOptions>(NotEmpty(name)).Bind(section);
        services.AddSingleton<IValidateOptions<OpenApiClientOptions>>(
            new ConfigurationKeys<OpenApiClientOptions>(name, section, OpenApiClientOptionNames.All));
        if (configure is not null)
        {
            services.Configure(name, configure);
        }

        return AddGeneratedClient<TClient>(services, name);
    }

    /// <summary>Registers a generated client with what its document says, to be injected anywhere. Called by the client's generated registration method.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The name of the client, which is its service key, too; not empty. Messages call its settings <c>{name}:BaseAddress</c> and so on.</param>
    /// <param name="defaults">What the options are unless <paramref name="configure"/> says otherwise.</param>
    /// <param name="configure">Sets the options; they are checked when the host starts, or else when the client is first asked for.</param>
    /// <returns>The builder of the client's HttpClient. Handlers added to it run inside the client's own, once for each attempt.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <inheritdoc cref="AddOpenApiClient{TClient}(IServiceCollection, string, Action{OpenApiClientOptions})" path="/remarks"/>
    public static IHttpClientBuilder AddOpenApiClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services,
        string name,
        ClientDefaults defaults,
        Action<OpenApiClientOptions> configure)
        where TClient : class
    {
        AddDefaults(services, name, defaults);
        return services.AddOpenApiClient<TClient>(name, configure);
    }

    /// <summary>
    /// Registers a generated client with what its document says and options from the configuration, to be injected anywhere. Called by the
    /// client's generated registration method.
    /// </summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="services">The services to add to.</param>
    /// <param name="name">The name of the client, which is its service key, too; not empty.</param>
    /// <param name="defaults">What the options are unless configuration or <paramref name="configure"/> say otherwise.</param>
    /// <param name="configuration">
    /// The application's configuration, whose section <paramref name="name"/> is taken, or a section that holds the options itself. A key in
    /// it that is no option is reported at the start.
    /// </param>
    /// <param name="configure">Sets what no configuration can hold, after it was read; null (the default) for nothing.</param>
    /// <returns>The builder of the client's HttpClient. Handlers added to it run inside the client's own, once for each attempt.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    /// <inheritdoc cref="AddOpenApiClient{TClient}(IServiceCollection, string, Action{OpenApiClientOptions})" path="/remarks"/>
    public static IHttpClientBuilder AddOpenApiClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services,
        string name,
        ClientDefaults defaults,
        IConfiguration configuration,
        Action<OpenApiClientOptions>? configure = null)
        where TClient : class
    {
        AddDefaults(services, name, defaults);
        return services.AddOpenApiClient<TClient>(name, configuration, configure);
    }

    /// <summary>
    /// Registers a client that comes with options of its own. Called by the registration method of such a client, which has
    /// registered the options, their checks included, under the same name.
    /// </summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <typeparam name="TOptions">Its options.</typeparam>
    /// <param name="services">The services to add to.</param>
    /// <param name="definition">What there is to know of the client.</param>
    /// <param name="name">The name of its options and its service key; empty (the default) for the one without a key.</param>
    /// <returns>The builder of the client's HttpClient. Handlers added to it run inside the client's own, once for each attempt.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IHttpClientBuilder AddOpenApiClient<TClient, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services,
        ClientDefinition<TClient, TOptions> definition,
        string name = "")
        where TClient : class
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(name);
        var suffix = name.Length == 0 ? string.Empty : $":{name}";
        return AddClient(services, definition, name, name.Length == 0 ? null : name, definition.Name + suffix, $"{definition.Name}.Tokens{suffix}");
    }

    private static void AddDefaults(IServiceCollection services, string name, ClientDefaults defaults)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(defaults);
        services.AddOptions<OpenApiClientOptions>(NotEmpty(name)).Configure(defaults.Begin).PostConfigure(defaults.Complete);
    }

    private static IHttpClientBuilder AddGeneratedClient<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        IServiceCollection services,
        string name)
        where TClient : class
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OpenApiClientOptions>, OpenApiClientOptionsValidator>());
        services.TryAddSingleton(OnlyOne<TClient>);
        return AddClient(
            services,
            new ClientDefinition<TClient, OpenApiClientOptions>(name, GeneratedClient.Create<TClient>, options => options),
            name,
            key: name,
            httpClientName: name,
            tokenHttpClientName: $"{name}.Tokens");
    }

    /// <summary>A client that is asked for without its name must not be somebody else's account by chance.</summary>
    private static TClient OnlyOne<TClient>(IServiceProvider provider)
        where TClient : class
    {
        var names = provider.GetServices<ClientRegistration>().Where(client => client.ClientType == typeof(TClient)).Select(client => client.Key!).ToList();
        return names.Count == 1
            ? provider.GetRequiredKeyedService<TClient>(names[0])
            : throw new InvalidOperationException(
                $"Several clients of type {typeof(TClient)} are registered: {string.Join(", ", names)}. Ask for one of them by its name, as [FromKeyedServices(\"{names[0]}\")] {typeof(TClient).Name} does.");
    }

    private static string NotEmpty(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Trim().Length > 0 ? name : throw new ArgumentException("The client's name is empty. Give it one, such as that of the API.", nameof(name));
    }

    private static IHttpClientBuilder AddClient<TClient, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        IServiceCollection services,
        ClientDefinition<TClient, TOptions> definition,
        string name,
        string? key,
        string httpClientName,
        string tokenHttpClientName)
        where TClient : class
        where TOptions : class
    {
        var builder = services.AddHttpClient(httpClientName);
        if (services.Any(service => IsClient<TClient>(service, key)))
        {
            // A second call changes options; a second set of handlers would pay for each request twice.
            return builder;
        }

        var registration = new ClientRegistration(
            typeof(TClient),
            definition.Identity,
            name,
            key,
            httpClientName,
            tokenHttpClientName,
            provider =>
            {
                var monitor = provider.GetRequiredService<IOptionsMonitor<TOptions>>();
                return new TranslatedOptions<TOptions>(() => monitor.Get(name), definition.Translate).Read;
            });
        AddSharedServices(services);
        services.AddSingleton(registration);
        services.AddOptions<TOptions>(name).ValidateOnStart();
        AddHttpClients(services, builder, registration);
        if (key is null)
        {
            services.AddSingleton(provider => definition.Create(CreateAdapter(provider, registration)));
        }
        else
        {
            services.AddKeyedSingleton(key, (provider, _) => definition.Create(CreateAdapter(provider, registration)));
        }

        return builder;
    }

    private static bool IsClient<TClient>(ServiceDescriptor service, string? key) =>
        service.ServiceType == typeof(TClient)
        && (key is null ? !service.IsKeyedService : key.Equals(service.ServiceKey));

    private static void AddHttpClients(IServiceCollection services, IHttpClientBuilder builder, ClientRegistration client)
    {
        var removal = new HostHandlerRemoval(client);
        services.AddHttpClient(client.TokenHttpClientName, httpClient => HttpTransport.ConfigureForTokens(httpClient))
            .ConfigurePrimaryHttpMessageHandler(() => HttpTransport.CreateHandler())
            .ConfigureAdditionalHttpMessageHandlers(removal.Apply)
            .RemoveAllLoggers();
        builder
            .ConfigureHttpClient(httpClient => HttpTransport.ConfigureForCalls(httpClient))
            .ConfigurePrimaryHttpMessageHandler(provider =>
                HttpTransport.CreateHandler(provider.GetRequiredService<ClientAccounts>().Of(client).Options.SuppressHttpSpans))
            .ConfigureAdditionalHttpMessageHandlers((handlers, provider) =>
            {
                removal.Apply(handlers, provider);
                AddHandlers(handlers, provider, client, ClientPipeline.CreateHandlers);
            })
            .RemoveAllLoggers();

        // After all that configures this client, whenever it is called: nothing but the transport comes behind them.
        services.PostConfigure<HttpClientFactoryOptions>(
            client.HttpClientName,
            options => options.HttpMessageHandlerBuilderActions.Add(handlers => AddHandlers(handlers.AdditionalHandlers, handlers.Services, client, ClientPipeline.CreateInnermostHandlers)));
    }

    private static void AddSharedServices(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ClientAccounts>();
        services.TryAddSingleton(provider => new ClientResources(
            provider.GetRequiredService<TimeProvider>(),
            identity => new ClientTelemetry(
                identity.TelemetryName,
                identity.TelemetryPrefix,
                provider.GetRequiredService<IMeterFactory>(),
                provider.GetRequiredService<ILoggerFactory>())));
    }

    private static OperationRequestAdapter CreateAdapter(IServiceProvider provider, ClientRegistration client)
    {
        var httpClient = new HttpClient(new FactoryMessageHandler(provider.GetRequiredService<IHttpMessageHandlerFactory>(), client.HttpClientName));
        foreach (var configure in provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>().Get(client.HttpClientName).HttpClientActions)
        {
            configure(httpClient);
        }

        return ClientPipeline.CreateAdapter(
            httpClient, provider.GetRequiredService<ClientAccounts>().Of(client).Options, provider.GetRequiredService<TimeProvider>());
    }

    private static void AddHandlers(
        IList<DelegatingHandler> handlers,
        IServiceProvider provider,
        ClientRegistration client,
        Func<ClientIdentity, ClientAccount, ClientResources, IReadOnlyList<DelegatingHandler>> create)
    {
        var account = provider.GetRequiredService<ClientAccounts>().Of(client);
        foreach (var handler in create(client.Identity, account, provider.GetRequiredService<ClientResources>()))
        {
            handlers.Add(handler);
        }
    }
}
