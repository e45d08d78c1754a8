using Microsoft.Extensions.Logging;

namespace SieSmart.Pipeline.Tracing;

/// <summary>All that the client logs. Neither secrets nor bodies are among the arguments.</summary>
internal static partial class ClientLog
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} -> {StatusCode} after {Attempts} in {Milliseconds} ms ({Trace})")]
    public static partial void CallEnded(this ILogger logger, string operation, int statusCode, string attempts, double milliseconds, string trace);

    [LoggerMessage(2, LogLevel.Warning, "{Operation} -> {Failure} after {Attempts} in {Milliseconds} ms ({Trace})")]
    public static partial void CallFailed(this ILogger logger, string operation, string failure, string attempts, double milliseconds, string trace);

    [LoggerMessage(3, LogLevel.Information, "{Operation}: attempt {Attempt} follows in {Milliseconds} ms, because of {Reason}")]
    public static partial void Retrying(this ILogger logger, string operation, int attempt, double milliseconds, string reason);

    [LoggerMessage(4, LogLevel.Warning, "The API answered 429, so somebody else spends the same budget; Retry-After: {RetryAfter}")]
    public static partial void RateLimited(this ILogger logger, TimeSpan? retryAfter);

    [LoggerMessage(5, LogLevel.Debug, "A request of priority {Priority} waited {Milliseconds} ms for its turn")]
    public static partial void ThrottleWaited(this ILogger logger, string priority, double milliseconds);

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

    [LoggerMessage(12, LogLevel.Information, "A request of priority {Priority} waits about {Seconds} s for the limit, {Ahead} ahead of it")]
    public static partial void ThrottleWaiting(this ILogger logger, string priority, double seconds, int ahead);

    [LoggerMessage(13, LogLevel.Information, "Client '{Name}' runs without what the host adds to all clients: {Handlers}. Handlers that resend could make two writes out of one; set KeepHostHandlers to keep them")]
    public static partial void HostHandlersRemoved(this ILogger logger, string name, string handlers);

    [LoggerMessage(14, LogLevel.Warning, "The shared budget can't be asked ({Failure}), so this process goes on with its share of the limit, {Share} of {Permits} permits")]
    public static partial void SharedBudgetLost(this ILogger logger, string failure, int share, int permits);

    [LoggerMessage(15, LogLevel.Information, "The shared budget can be asked again, after {Seconds} s")]
    public static partial void SharedBudgetReturned(this ILogger logger, double seconds);

    [LoggerMessage(16, LogLevel.Debug, "An access token that another process fetched came after {Milliseconds} ms")]
    public static partial void SharedTokenTaken(this ILogger logger, double milliseconds);

    [LoggerMessage(17, LogLevel.Warning, "The access token can't be shared now, so this process fetches its own")]
    public static partial void SharedTokenLost(this ILogger logger, Exception exception);

    [LoggerMessage(18, LogLevel.Information, "The access token can be shared again, after {Seconds} s")]
    public static partial void SharedTokenReturned(this ILogger logger, double seconds);

    [LoggerMessage(19, LogLevel.Warning, "The shared access token can't be read ({Reason}), so this process fetches its own. Give all processes that share it the same keys and client secret")]
    public static partial void SharedTokenUnreadable(this ILogger logger, string reason);

    [LoggerMessage(11, LogLevel.Warning, "The options of client '{Name}' were changed, but the old ones stay in use: {Reason}")]
    public static partial void OptionsRefused(this ILogger logger, string name, string reason);
}
