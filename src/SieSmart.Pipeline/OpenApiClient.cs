using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using SieSmart.Pipeline.Endings;

namespace SieSmart.Pipeline;

/// <summary>Makes clients without dependency injection.</summary>
public static class OpenApiClient
{
    /// <summary>
    /// Makes a client. All clients of the process that are made so share one request budget for each API host, and one access
    /// token for the same credentials.
    /// </summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <param name="options">Where the API is and who asks. Later changes to it have no effect.</param>
    /// <param name="transport">
    /// What sends, requests for tokens too; null (the default) for a transport of its own. It must not follow redirects, so that
    /// credentials stay with the configured host, and must not send a request again by itself, which could make two writes out of one.
    /// </param>
    /// <returns>The client. Make one and keep it: its connections are open for as long as it is used.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="transport"/> follows redirects; the message says how to switch that off.</exception>
    /// <exception cref="OptionsValidationException">An option is missing or wrong; the message says what to set and where.</exception>
    public static TClient Create<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        OpenApiClientOptions options,
        HttpMessageHandler? transport = null)
        where TClient : class =>
        GeneratedClient.Create<TClient>(CreateAdapter(NameOf(typeof(TClient)), options, transport));

    /// <summary>Makes the adapter of a client, for those who close its connections themselves.</summary>
    /// <param name="name">The name of the client: that of its activity source, and what messages call its settings by. Not empty.</param>
    /// <param name="options">Where the API is and who asks. Later changes to it have no effect.</param>
    /// <param name="transport">What sends, and is disposed of along with the adapter; null (the default) for a transport of its own.</param>
    /// <returns>The adapter. It owns its connections.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or <paramref name="transport"/> follows redirects.</exception>
    /// <exception cref="OptionsValidationException">An option is missing or wrong; the message says what to set and where.</exception>
    public static PipelineRequestAdapter CreateAdapter(string name, OpenApiClientOptions options, HttpMessageHandler? transport = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(options);
        if (name.Length == 0)
        {
            throw new ArgumentException("The client's name is empty. Give it one, such as that of the API.", nameof(name));
        }

        OpenApiClientOptionsValidator.ThrowIfInvalid(options, name);
        return CreateAdapter(new ClientDefinition<object, OpenApiClientOptions>(name, adapter => adapter, own => own), options, transport);
    }

    /// <summary>Makes the adapter of a client that comes with options of its own.</summary>
    /// <typeparam name="TClient">The generated client.</typeparam>
    /// <typeparam name="TOptions">Its options.</typeparam>
    /// <param name="definition">What there is to know of the client.</param>
    /// <param name="options">Valid options. Later changes to them have no effect.</param>
    /// <param name="transport">
    /// What sends, requests for tokens too, and is disposed of along with the adapter; null (the default) for the transport and the
    /// tokens of the process. It must not follow redirects, so that credentials stay with the configured host, and must not send a
    /// request again by itself, which could make two writes out of one.
    /// </param>
    /// <returns>The adapter. It owns its connections.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="transport"/> follows redirects; the message says how to switch that off.</exception>
    public static PipelineRequestAdapter CreateAdapter<TClient, TOptions>(
        ClientDefinition<TClient, TOptions> definition,
        TOptions options,
        HttpMessageHandler? transport = null)
        where TClient : class
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(options);
        return CreateAdapter(definition.Identity, definition.Translate(options), transport);
    }

    private static string NameOf(Type client) =>
        client.Name.EndsWith("Client", StringComparison.Ordinal) && client.Name.Length > "Client".Length
            ? client.Name.Substring(0, client.Name.Length - "Client".Length)
            : client.Name;

    private static PipelineRequestAdapter CreateAdapter(ClientIdentity identity, OpenApiClientOptions options, HttpMessageHandler? transport)
    {
        if (transport is not null && HttpTransport.FollowsRedirects(transport))
        {
            throw new ArgumentException(
                $"The transport ({transport.GetType().Name}) follows redirects, which could take the access token to another host. Set its AllowAutoRedirect to false.",
                nameof(transport));
        }

        var resources = ClientResources.OfProcess;
        var account = resources.CreateAccount(identity, options, transport);
        var lifetime = new ClientLifetime();
        var httpClient = ClientPipeline.CreateHttpClient(identity, account, resources, transport, lifetime);
        return new PipelineRequestAdapter(ClientPipeline.CreateAdapter(httpClient, options, resources.TimeProvider), httpClient, account, lifetime);
    }
}
