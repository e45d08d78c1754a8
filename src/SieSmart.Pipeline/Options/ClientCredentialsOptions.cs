using System.Diagnostics;

namespace SieSmart.Pipeline;

/// <summary>How an access token is asked for with a client's id and secret (RFC 6749, 4.4).</summary>
public sealed class ClientCredentialsOptions
{
    /// <summary>Where tokens come from. Must be https, or http to a loopback host. Required.</summary>
    public Uri? TokenEndpoint { get; set; }

    /// <summary>The client id. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret of that client id. Required. Never logged and never part of an exception.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ClientSecret { get; set; }

    /// <summary>The scopes to ask for, separated by spaces; null (the default) for those that the server gives unasked.</summary>
    public string? Scope { get; set; }

    /// <summary>The audience to ask for; null (the default) for none.</summary>
    public string? Audience { get; set; }

    /// <summary>The form of the request's body; <see cref="TokenRequestFormat.Form"/> by default.</summary>
    public TokenRequestFormat Format { get; set; }

    /// <summary>Where id and secret stand in the request; <see cref="CredentialsPlace.Body"/> by default.</summary>
    public CredentialsPlace Place { get; set; }

    /// <summary>The credentials without the secret.</summary>
    public override string ToString() => $"{ClientId} at {AddressText.Of(TokenEndpoint)}";
}
