#if NET8_0_OR_GREATER
using System.Diagnostics;
#endif
using System.Runtime.InteropServices;

namespace SieSmart.Pipeline;

/// <summary>The transport's settings, the same with and without dependency injection.</summary>
internal static class HttpTransport
{
    private const int LargestTokenAnswer = 64 * 1024;

    /// <summary>Follows no redirects, so that tokens stay with their host, and keeps no cookies.</summary>
    /// <param name="suppressSpans">
    /// Whether .NET makes no span of its own for a request, and so sends none to the server. Only from .NET 8 on; .NET Framework makes none.
    /// </param>
    public static HttpMessageHandler CreateHandler(bool suppressSpans = false) =>
#if NET8_0_OR_GREATER
        new SocketsHttpHandler
        {
            ActivityHeadersPropagator = suppressSpans ? null : DistributedContextPropagator.Current,
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

    /// <summary>Says who calls, unless somebody said so before.</summary>
    public static void NameCaller(HttpClient client, string? applicationId)
    {
        if (client.DefaultRequestHeaders.UserAgent.Count > 0)
        {
            return;
        }

        // As one text, which each request takes as it is; parsed values would be copied, and put into words again. The options were looked at.
        var own = $"SieSmart.Pipeline/{typeof(HttpTransport).Assembly.GetName().Version!.ToString(3)} ({RuntimeInformation.FrameworkDescription})";
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", applicationId is null ? own : $"{applicationId} {own}");
    }

    public static HttpClient ConfigureForTokens(HttpClient client)
    {
        // The token endpoint's client ends its requests itself, by the clock that it was given.
        client.Timeout = Timeout.InfiniteTimeSpan;
        client.MaxResponseContentBufferSize = LargestTokenAnswer;
        return client;
    }
}
