using Microsoft.Kiota.Abstractions;

namespace SieSmart.Pipeline;

/// <summary>
/// What the pipeline needs to know of a client that comes with options of its own, as a package does that serves one API. Clients
/// without need nothing but <see cref="OpenApiClientOptions"/>. Set up once; not to be changed after its first use.
/// </summary>
/// <typeparam name="TClient">The generated client.</typeparam>
/// <typeparam name="TOptions">Its options.</typeparam>
public sealed class ClientDefinition<TClient, TOptions>
    where TClient : class
    where TOptions : class
{
    private const string DefaultPrefix = "openapi";

    /// <summary>Defines a client.</summary>
    /// <param name="name">The name of the service, which its HTTP clients bear, too; for instance <c>Orders</c>.</param>
    /// <param name="create">Makes the client from its adapter.</param>
    /// <param name="translate">
    /// Makes the pipeline's options of valid ones of the client's own. Called once for each instance, on any thread; must not throw.
    /// </param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ClientDefinition(string name, Func<IRequestAdapter, TClient> create, Func<TOptions, OpenApiClientOptions> translate)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(translate);
        Name = name;
        Create = create;
        Translate = translate;
        TelemetryName = name;
        Settings = new ClientSettingNames(name);
    }

    /// <summary>The name of the service.</summary>
    public string Name { get; }

    /// <summary>Makes the client from its adapter.</summary>
    public Func<IRequestAdapter, TClient> Create { get; }

    /// <summary>Makes the pipeline's options of the client's own.</summary>
    public Func<TOptions, OpenApiClientOptions> Translate { get; }

    /// <summary>The name of the activity source, the meter and the log category; <see cref="Name"/> by default.</summary>
    public string TelemetryName { get; set; }

    /// <summary>What names of metrics and tags begin with that OpenTelemetry has no name for; <c>openapi</c> by default.</summary>
    public string TelemetryPrefix { get; set; } = DefaultPrefix;

    /// <summary>What the settings are called in messages; as they stand in a section that bears the service's name by default.</summary>
    public ClientSettingNames Settings { get; set; }

    internal ClientIdentity Identity => new(Name, TelemetryName, TelemetryPrefix, Settings);
}
