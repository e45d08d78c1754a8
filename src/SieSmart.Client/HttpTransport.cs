namespace SieSmart.Client;

/// <summary>The transport's settings, the same with and without dependency injection.</summary>
internal static class HttpTransport
{
    private const int LargestTokenAnswer = 64 * 1024;

    /// <summary>Follows no redirects, so that tokens stay with their host, and keeps no cookies.</summary>
    public static HttpMessageHandler CreateHandler() =>
#if NET8_0_OR_GREATER
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            // A long-lived client must notice when the host moves to another address.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
#else
        new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false };
#endif

    /// <summary>Whether what a transport of the caller's sends may go on to another host.</summary>
    public static bool FollowsRedirects(HttpMessageHandler transport) => transport switch
    {
        DelegatingHandler { InnerHandler: { } inner } => FollowsRedirects(inner),
        HttpClientHandler handler => handler.AllowAutoRedirect,
#if NET8_0_OR_GREATER
        SocketsHttpHandler handler => handler.AllowAutoRedirect,
#endif
        _ => false,
    };

    public static HttpClient ConfigureForCalls(HttpClient client)
    {
        // The pipeline's own limits tell apart what this one can't: a wait for a permit, an attempt, a call.
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }

    public static HttpClient ConfigureForTokens(HttpClient client)
    {
        // The token endpoint's client ends its requests itself, by the clock that it was given.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.MaxResponseContentBufferSize = LargestTokenAnswer;
        return client;
    }
}
