using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime.Sending;

/// <summary>Makes the message that an HttpClient sends.</summary>
internal static class RequestMessage
{
    private static readonly string[] Usual = ["Accept", "If-Match", "Content-Type"];

    /// <summary>Makes a message of a request.</summary>
    public static HttpRequestMessage Of(RequestInformation requestInfo, Uri address, HttpClient client)
    {
        var message = new CallMessage(MethodOf(requestInfo.HttpMethod), address, requestInfo);
#if NET8_0_OR_GREATER
        message.Version = client.DefaultRequestVersion;
        message.VersionPolicy = client.DefaultVersionPolicy;
#endif
        // What Kiota has of them is gone through without an object for it.
        if (requestInfo.RequestOptions is Dictionary<string, IRequestOption>.ValueCollection options)
        {
            foreach (var option in options)
            {
                Add(message, option);
            }
        }
        else
        {
            foreach (var option in requestInfo.RequestOptions)
            {
                Add(message, option);
            }
        }

        message.Content = RequestBody.Of(requestInfo.Content);
        AddHeaders(message, requestInfo.Headers);
        return message;
    }

    private static void Add(HttpRequestMessage message, IRequestOption option) =>
#if NET8_0_OR_GREATER
        message.Options.Set(new HttpRequestOptionsKey<IRequestOption>(option.GetType().FullName!), option);
#else
        message.Properties[option.GetType().FullName!] = option;
#endif

    private static void AddHeaders(HttpRequestMessage message, RequestHeaders headers)
    {
        // Nearly every request has just some of these: asking for them costs less than going through all.
        var left = headers.Count;
        foreach (var name in Usual)
        {
            if (left > 0 && headers.TryGetValue(name, out var values))
            {
                Add(message, name, values);
                left--;
            }
        }

        if (left == 0)
        {
            return;
        }

        foreach (var header in headers)
        {
            if (!IsUsual(header.Key))
            {
                Add(message, header.Key, header.Value);
            }
        }
    }

    private static bool IsUsual(string header) => Array.Exists(Usual, usual => usual.Equals(header, StringComparison.OrdinalIgnoreCase));

    private static void Add(HttpRequestMessage message, string name, IEnumerable<string> values)
    {
        if (RequestHeader.SingleValue(values) is { } value)
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
