namespace SieSmart.Client.Authentication;

/// <summary>
/// What a token is asked for with. Compared by value, the secret included: whoever has a wrong secret must not be
/// served the token that the right one fetched. Prints without it.
/// </summary>
internal sealed class ClientCredentials(Uri tokenEndpoint, string audience, string clientId, string clientSecret) : IEquatable<ClientCredentials>
{
    public Uri TokenEndpoint => tokenEndpoint;

    public string Audience => audience;

    public string ClientId => clientId;

    public string ClientSecret => clientSecret;

    /// <summary>Those of valid options.</summary>
    public static ClientCredentials Of(SieSmartClientOptions options) =>
        new(SieSmartEndpoints.Of(options).TokenEndpoint, options.Audience, options.ClientId!, options.ClientSecret!);

    public bool Equals(ClientCredentials? other) =>
        other is not null
        && tokenEndpoint == other.TokenEndpoint
        && string.Equals(audience, other.Audience, StringComparison.Ordinal)
        && string.Equals(clientId, other.ClientId, StringComparison.Ordinal)
        && string.Equals(clientSecret, other.ClientSecret, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as ClientCredentials);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(clientId);

    public override string ToString() => $"{clientId} at {tokenEndpoint}";
}
