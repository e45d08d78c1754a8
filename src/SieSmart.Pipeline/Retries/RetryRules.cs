using System.Net;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Retries;

/// <summary>
/// Decides by what is known of the outcome whether a request may be sent again. What may have happened already is repeated
/// only where it can't happen twice: reads, and writes that the server carries out for one version of the resource only.
/// </summary>
internal static class RetryRules
{
    private const int TooManyRequests = 429;

    /// <summary>Why the request may be sent again; null if it must not be.</summary>
    /// <param name="request">The request that was sent.</param>
    /// <param name="context">What is known of it.</param>
    /// <param name="response">The answer; null if there was none.</param>
    /// <param name="exception">The failure; null if there was none.</param>
    public static RetryReason? Find(HttpRequestMessage request, OperationContext context, HttpResponseMessage? response, Exception? exception)
    {
        var reason = response is null
            ? FindWithoutAnswer(request, context, exception)
            : response.StatusCode switch
            {
                (HttpStatusCode)TooManyRequests => RetryReason.RateLimited,
                HttpStatusCode.Unauthorized => RetryReason.TokenRejected,
                HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
                    when MayHappenTwice(request, context) => RetryReason.Unavailable,
                _ => (RetryReason?)null,
            };
        return reason is not null && CanReplay(request.Content) ? reason : null;
    }

    private static RetryReason? FindWithoutAnswer(HttpRequestMessage request, OperationContext context, Exception? exception)
    {
        if (exception is not (HttpRequestException or IOException or TimeoutException))
        {
            return null;
        }

        if (IsRead(request.Method))
        {
            return RetryReason.NoAnswer;
        }

        if (context.StatusCode is not null)
        {
            // The answer broke off after its status, which says what became of the write.
            return null;
        }

        if (!context.IsInDoubt)
        {
            return RetryReason.NotConnected;
        }

        return MayHappenTwice(request, context) ? RetryReason.NoAnswer : null;
    }

    /// <summary>
    /// A date-time ETag may repeat within its resolution, so If-Match alone makes no POST safe; PUT and DELETE leave the same
    /// behind however often they happen (RFC 9110, 9.2.2). With <c>*</c>, or with
    /// a version of whole seconds, they could undo what somebody else did in between.
    /// </summary>
    public static bool MayHappenTwice(HttpRequestMessage request, OperationContext? context) =>
        IsRead(request.Method)
        || context?.Operation is { IsRetrySafe: true }
        || ((request.Method == HttpMethod.Put || request.Method == HttpMethod.Delete)
            && context?.SentETag is { IsMissing: false, IsAny: false } version
            && !MayNameTwoVersions(version));

    /// <summary>
    /// A date-time of whole seconds: two versions of one second have the same, so the request could undo what somebody else wrote within
    /// it. Read from the text alone, since .000 is a fraction, too.
    /// </summary>
    private static bool MayNameTwoVersions(ETag version) => version.TryGetTimestamp(out _) && !version.ToString().Contains('.');

    private static bool IsRead(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;

    /// <summary>A body of unknown length comes from a stream that can be read once.</summary>
    private static bool CanReplay(HttpContent? content) => content is null || content.Headers.ContentLength is not null;
}
