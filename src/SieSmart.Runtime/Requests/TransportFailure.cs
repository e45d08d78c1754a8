#if !NET8_0_OR_GREATER
using System.Net.Sockets;
#endif

namespace SieSmart.Runtime;

/// <summary>What a transport's exception says of the request.</summary>
internal static class TransportFailure
{
    /// <summary>Whether it is certain that no byte of the request left: there was no connection to send it over.</summary>
    public static bool IsBeforeSending(Exception exception)
    {
#if NET8_0_OR_GREATER
        return exception is HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        };
#else
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            // No others: an unreachable host, for one, is also what an established connection may end with.
            if (cause is SocketException
                {
                    SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain
                    or SocketError.NoData,
                })
            {
                return true;
            }
        }

        return false;
#endif
    }
}
