namespace SieSmart.Pipeline;

/// <summary>Where a client's id and secret stand in a token request.</summary>
public enum CredentialsPlace
{
    /// <summary>In the body, as <c>client_id</c> and <c>client_secret</c>.</summary>
    Body,

    /// <summary>In an <c>Authorization: Basic</c> header (RFC 6749, 2.3.1).</summary>
    BasicHeader,
}
