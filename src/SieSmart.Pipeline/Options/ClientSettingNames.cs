namespace SieSmart.Pipeline;

/// <summary>What the settings of a client are called in its messages. Immutable; compared by value.</summary>
public sealed record ClientSettingNames
{
    /// <summary>Names the settings as they stand in the client's configuration section.</summary>
    /// <param name="section">The section, for instance <c>Orders</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="section"/> is null.</exception>
    public ClientSettingNames(string section)
        : this(
            $"{section ?? throw new ArgumentNullException(nameof(section))}:{nameof(OpenApiClientOptions.BaseAddress)}",
            $"{section}:{nameof(OpenApiClientOptions.Authentication)}:{nameof(AuthenticationOptions.ClientCredentials)}:{nameof(ClientCredentialsOptions.TokenEndpoint)}",
            $"{section}:{nameof(OpenApiClientOptions.Authentication)}:{nameof(AuthenticationOptions.ClientCredentials)}:{nameof(ClientCredentialsOptions.ClientId)}",
            $"{section}:{nameof(OpenApiClientOptions.Authentication)}:{nameof(AuthenticationOptions.ClientCredentials)}:{nameof(ClientCredentialsOptions.ClientSecret)}")
    {
        Bearer = $"{section}:{nameof(OpenApiClientOptions.Authentication)}:{nameof(AuthenticationOptions.Bearer)}";
    }

    /// <summary>Names the settings of a client that has options of its own.</summary>
    /// <param name="installation">The setting that says which installation of the API is meant.</param>
    /// <param name="tokenEndpoint">The setting with the token endpoint.</param>
    /// <param name="clientId">The setting with the client id.</param>
    /// <param name="clientSecret">The setting with the client secret.</param>
    public ClientSettingNames(string installation, string tokenEndpoint, string clientId, string clientSecret)
    {
        Installation = installation;
        TokenEndpoint = tokenEndpoint;
        ClientId = clientId;
        ClientSecret = clientSecret;
        Bearer = $"{nameof(OpenApiClientOptions.Authentication)}.{nameof(AuthenticationOptions.Bearer)}";
    }

    /// <summary>The setting that says which installation of the API is meant.</summary>
    public string Installation { get; }

    /// <summary>The setting with the token endpoint.</summary>
    public string TokenEndpoint { get; }

    /// <summary>The setting with the client id.</summary>
    public string ClientId { get; }

    /// <summary>The setting with the client secret.</summary>
    public string ClientSecret { get; }

    /// <summary>The delegate that gives tokens.</summary>
    internal string Bearer { get; }
}
