using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime.Sending;

/// <summary>Makes the message that an HttpClient sends.</summary>
internal static class RequestMessage
{
    /// <summary>Makes a message of a request.</summary>
    public static HttpRequestMessage Of(RequestInformation requestInfo, Uri address, HttpClient client)
    {
        var message = new HttpRequestMessage(MethodOf(requestInfo.HttpMethod), address);
#if NET8_0_OR_GREATER
        message.Version = client.DefaultRequestVersion;
        message.VersionPolicy = client.DefaultVersionPolicy;
#endif
        foreach (var option in requestInfo.RequestOptions)
        {
#if NET8_0_OR_GREATER
            message.Options.Set(new HttpRequestOptionsKey<IRequestOption>(option.GetType().FullName!), option);
#else
            message.Properties[option.GetType().FullName!] = option;
#endif
        }

        message.Content = RequestBody.Of(requestInfo.Content);
        foreach (var header in requestInfo.Headers)
        {
            Add(message, header.Key, header.Value);
        }

        return message;
    }

    private static void Add(HttpRequestMessage message, string name, IEnumerable<string> values)
    {
        if (Single(values) is { } value)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }
        else if (!message.Headers.TryAddWithoutValidation(name, values))
        {
            message.Content?.Headers.TryAddWithoutValidation(name, values);
        }
    }

    private static string? Single(IEnumerable<string> values)
    {
        if (values is HashSet<string> { Count: 1 } set)
        {
            foreach (var value in set)
            {
                return value;
            }
        }

        return null;
    }

    private static HttpMethod MethodOf(Method method) => method switch
    {
        Method.GET => HttpMethod.Get,
        Method.PUT => HttpMethod.Put,
        Method.POST => HttpMethod.Post,
        Method.DELETE => HttpMethod.Delete,
        Method.HEAD => HttpMethod.Head,
        Method.OPTIONS => HttpMethod.Options,
        Method.TRACE => HttpMethod.Trace,
        _ => new HttpMethod(method.ToString().ToUpperInvariant()),
    };
}
