using Microsoft.Extensions.Logging;
using SieSmart.Client.Retries;
using SieSmart.Client.Throttling;

namespace SieSmart.Client.Tracing;

/// <summary>All that the client logs. Neither secrets nor bodies are among the arguments.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} -> {StatusCode} after {Attempts} attempts in {Milliseconds} ms (trace id {TraceId})")]
    public static partial void CallEnded(this ILogger logger, string operation, int statusCode, int attempts, double milliseconds, string? traceId);

    [LoggerMessage(2, LogLevel.Warning, "{Operation} -> {Failure} after {Attempts} attempts in {Milliseconds} ms (trace id {TraceId})")]
    public static partial void CallFailed(this ILogger logger, string operation, string failure, int attempts, double milliseconds, string? traceId);

    [LoggerMessage(3, LogLevel.Information, "{Operation}: attempt {Attempt} follows in {Milliseconds} ms, because of {Reason}")]
    public static partial void Retrying(this ILogger logger, string operation, int attempt, double milliseconds, RetryReason reason);

    [LoggerMessage(4, LogLevel.Warning, "The API answered 429, so somebody else spends the same budget; Retry-After: {RetryAfter}")]
    public static partial void RateLimited(this ILogger logger, TimeSpan? retryAfter);

    [LoggerMessage(5, LogLevel.Debug, "A request of priority {Priority} waited {Milliseconds} ms for its turn")]
    public static partial void ThrottleWaited(this ILogger logger, RequestPriority priority, double milliseconds);

    [LoggerMessage(6, LogLevel.Debug, "A new access token came after {Milliseconds} ms")]
    public static partial void TokenFetched(this ILogger logger, double milliseconds);

    [LoggerMessage(7, LogLevel.Warning, "No new access token could be had; the old one still serves: {OldTokenStillServes}")]
    public static partial void TokenFetchFailed(this ILogger logger, Exception exception, bool oldTokenStillServes);

    [LoggerMessage(8, LogLevel.Trace, "Attempt {Attempt} sends {Headers}")]
    public static partial void Sending(this ILogger logger, int attempt, string headers);

    [LoggerMessage(9, LogLevel.Trace, "Attempt {Attempt} got {StatusCode} with {Headers}")]
    public static partial void Received(this ILogger logger, int attempt, int statusCode, string headers);

    [LoggerMessage(10, LogLevel.Information, "Client '{Name}' uses new credentials from now on, client id {ClientId}")]
    public static partial void CredentialsChanged(this ILogger logger, string name, string clientId);

    [LoggerMessage(11, LogLevel.Warning, "The options of client '{Name}' were changed, but the old ones stay in use: {Reason}")]
    public static partial void OptionsRefused(this ILogger logger, string name, string reason);
}
