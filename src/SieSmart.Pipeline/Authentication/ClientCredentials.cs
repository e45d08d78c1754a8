namespace SieSmart.Pipeline.Authentication;

/// <summary>
/// What a token is asked for with. Compared by value, the secret included: whoever has a wrong secret must not be
/// served the token that the right one fetched. Prints without it.
/// </summary>
internal sealed record ClientCredentials(
    Uri TokenEndpoint,
    string ClientId,
    string ClientSecret,
    string? Scope,
    string? Audience,
    TokenRequestFormat Format,
    CredentialsPlace Place)
{
    /// <summary>Those of valid options.</summary>
    public static ClientCredentials Of(ClientCredentialsOptions options) =>
        new(options.TokenEndpoint!, options.ClientId!, options.ClientSecret!, options.Scope, options.Audience, options.Format, options.Place);

    /// <summary>Whether both are of one installation, so that one may take the other's place.</summary>
    public bool IsOfSameInstallation(ClientCredentials other) =>
        TokenEndpoint == other.TokenEndpoint && string.Equals(Audience, other.Audience, StringComparison.Ordinal);

    public override string ToString() => $"{ClientId} at {TokenEndpoint}";
}
