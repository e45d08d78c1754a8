namespace SieSmart.Runtime;

internal static class HttpVerb
{
    /// <summary>
    /// Whether a status leaves open what became of a write: a server's failure, and the redirects that servers answer with when they have
    /// done what was asked (302, 303). With 301, 307 and 308 the request is to be made elsewhere, so nothing was done here.
    /// </summary>
    public static bool LeavesDoubt(int status) => status is >= 500 or 302 or 303;

    /// <summary>Whether a request of this method may change something on the server: all but RFC 9110's safe methods.</summary>
    public static bool IsWrite(string method) => method.ToUpperInvariant() is not ("GET" or "HEAD" or "OPTIONS" or "TRACE");
}
