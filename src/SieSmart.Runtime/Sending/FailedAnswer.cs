using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime.Sending;

/// <summary>Makes the exception of an answer that says that the request failed, as Kiota's clients expect it.</summary>
internal static class FailedAnswer
{
    /// <summary>Whether an answer is a failure. A redirect that isn't followed, and "not modified", are none for Kiota.</summary>
    public static bool Is(HttpResponseMessage response) =>
        !response.IsSuccessStatusCode && response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.NotModified);

    /// <summary>The error that the document declares for the status, read from the body; an <see cref="ApiException"/> of the status where there is none.</summary>
    public static async ValueTask<Exception> ReadAsync(
        HttpResponseMessage response,
        IReadOnlyDictionary<string, ParsableFactory<IParsable>>? errorMapping,
        IParseNodeFactory factories,
        CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        if (FactoryOf(status, errorMapping) is not { } factory)
        {
            return Complete(new ApiException($"The server answered {Text(status)}, and the OpenAPI document says nothing of that status."), response);
        }

        try
        {
            var node = await AnswerReader.ReadAsync(response, factories, cancellationToken).ConfigureAwait(false);
            if (node?.GetObjectValue(factory) is Exception error)
            {
                return error is ApiException declared ? Complete(declared, response) : error;
            }
        }
        catch (JsonException exception) when (AnswerReader.IsMalformed(response))
        {
            return Unreadable(response, exception);
        }

        return Complete(new ApiException($"The server answered {Text(status)} with an error that can't be read."), response);
    }

    /// <summary>The exception of an answer whose body is none of the format that it is said to have.</summary>
    public static ApiException Unreadable(HttpResponseMessage response, Exception cause) =>
        Complete(new ApiException($"The server answered {Text((int)response.StatusCode)} with a body that can't be read: {cause.Message}", cause), response);

    /// <summary>Says of an exception to which answer it belongs.</summary>
    public static ApiException Complete(ApiException exception, HttpResponseMessage response)
    {
        exception.ResponseStatusCode = (int)response.StatusCode;
        exception.ResponseHeaders = new DeferredHeaders(response.Headers);
        return exception;
    }

    private static ParsableFactory<IParsable>? FactoryOf(int status, IReadOnlyDictionary<string, ParsableFactory<IParsable>>? errorMapping)
    {
        if (errorMapping is null)
        {
            return null;
        }

        var range = status switch
        {
            >= 400 and < 500 => "4XX",
            >= 500 and < 600 => "5XX",
            _ => null,
        };
        return errorMapping.TryGetValue(Text(status), out var exact) ? exact
            : range is not null && errorMapping.TryGetValue(range, out var ranged) ? ranged
            : errorMapping.TryGetValue("XXX", out var any) ? any
            : null;
    }

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
