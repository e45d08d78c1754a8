#if NET8_0_OR_GREATER
using System.Runtime.CompilerServices;
#else
using System.Reflection;
#endif
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary;

namespace SieSmart.Runtime;

/// <summary>Looks for a handler between an adapter and its transport.</summary>
/// <remarks>
/// Neither Kiota nor .NET shows its handlers, so private fields are read. Where one isn't there under its name, nothing is known, and nothing is
/// claimed.
/// </remarks>
internal static class HandlerChain
{
    /// <summary>
    /// Whether what the adapter sends is certain to pass no <see cref="OperationContextHandler"/>: false where that can't be seen, as with
    /// another adapter than ours and Kiota's, or a handler of somebody else's at the end.
    /// </summary>
    public static bool IsUnobserved(IRequestAdapter adapter)
    {
        var client = adapter switch
        {
            HttpRequestAdapter own => own.HttpClient,
            HttpClientRequestAdapter kiota => ClientOf(kiota),
            _ => null,
        };
        if (client is null || HandlerOf(client) is not { } handler)
        {
            return false;
        }

        while (handler is DelegatingHandler { InnerHandler: { } inner } outer)
        {
            if (outer is OperationContextHandler)
            {
                return false;
            }

            handler = inner;
        }

        return IsTransport(handler);
    }

    private static bool IsTransport(HttpMessageHandler handler) =>
#if NET8_0_OR_GREATER
        handler is HttpClientHandler or SocketsHttpHandler;
#else
        handler is HttpClientHandler;
#endif

#if NET8_0_OR_GREATER
    private static HttpClient? ClientOf(HttpClientRequestAdapter adapter)
    {
        try
        {
            return ClientField(adapter);
        }
        catch (MissingFieldException)
        {
            return null;
        }
    }

    private static HttpMessageHandler? HandlerOf(HttpClient client)
    {
        try
        {
            return HandlerField(client);
        }
        catch (MissingFieldException)
        {
            return null;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "client")]
    private static extern ref HttpClient ClientField(HttpClientRequestAdapter adapter);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_handler")]
    private static extern ref HttpMessageHandler HandlerField(HttpMessageInvoker invoker);
#else
    private const BindingFlags Private = BindingFlags.Instance | BindingFlags.NonPublic;

    private static HttpClient? ClientOf(HttpClientRequestAdapter adapter) =>
        typeof(HttpClientRequestAdapter).GetField("client", Private)?.GetValue(adapter) as HttpClient;

    // The one name is .NET's, the other that of .NET Framework.
    private static HttpMessageHandler? HandlerOf(HttpClient client) =>
        (typeof(HttpMessageInvoker).GetField("_handler", Private) ?? typeof(HttpMessageInvoker).GetField("handler", Private))?.GetValue(client) as HttpMessageHandler;
#endif
}
