namespace SieSmart.Runtime;

internal static class HttpVerb
{
    /// <summary>Whether a request of this method may change something on the server: all but RFC 9110's safe methods.</summary>
    public static bool IsWrite(string method) => method.ToUpperInvariant() is not ("GET" or "HEAD" or "OPTIONS" or "TRACE");
}
