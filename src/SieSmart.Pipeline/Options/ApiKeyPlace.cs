namespace SieSmart.Pipeline;

/// <summary>Where an API key stands in a request.</summary>
public enum ApiKeyPlace
{
    /// <summary>In a header of its own.</summary>
    Header,

    /// <summary>In the query of the address. Servers and proxies may write addresses into their logs.</summary>
    Query,
}
