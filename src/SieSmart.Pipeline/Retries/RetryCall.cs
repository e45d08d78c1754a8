using SieSmart.Pipeline.Events;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Retries;

/// <summary>What one call that may be repeated has used up of its limits.</summary>
/// <param name="first">What came of the first attempt, which was made before it was known that there may be another.</param>
/// <param name="request">The request.</param>
/// <param name="context">What is known of it.</param>
/// <param name="limits">The limits.</param>
/// <param name="delay">How long to wait before an attempt.</param>
/// <param name="observer">Told of each attempt that follows.</param>
/// <param name="started">When the call began.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class RetryCall(
    Task<HttpResponseMessage> first,
    HttpRequestMessage request,
    OperationContext context,
    RetryLimits limits,
    RetryDelay delay,
    IPipelineObserver observer,
    long started,
    TimeProvider timeProvider)
{
    private int _repetitions;
    private bool _hasReplacedToken;
    private Task<HttpResponseMessage>? _first = first;

    public HttpRequestMessage Request => request;

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>What came of the first attempt, for the first who asks; then null.</summary>
    public Task<HttpResponseMessage>? TakeFirst()
    {
        var taken = _first;
        _first = null;
        return taken;
    }

    public bool ShouldRepeat(HttpResponseMessage? response, Exception? exception)
    {
        if (RetryRules.Find(request, context, response, exception) is not { } reason || !HasOneLeft(reason) || WaitBefore(reason) is not { } wait)
        {
            return false;
        }

        if (reason == RetryReason.TokenRejected)
        {
            _hasReplacedToken = true;
        }
        else
        {
            _repetitions++;
        }

        Delay = wait;
        observer.Notify(new AttemptScheduled(context.Operation, context.Attempts + 1, reason.ToString(), wait));
        return true;
    }

    private bool HasOneLeft(RetryReason reason) =>
        reason == RetryReason.TokenRejected ? limits.CanRenewCredentials && !_hasReplacedToken : _repetitions < limits.MaxRetries;

    /// <summary>Null if there is no time left for the wait: then the caller is told at once.</summary>
    private TimeSpan? WaitBefore(RetryReason reason)
    {
        var asked = context.RetryAfter ?? TimeSpan.Zero;
        var left = limits.TotalTimeout - timeProvider.GetElapsedTime(started);
        if (asked >= left || (reason == RetryReason.RateLimited && asked > limits.QueueTimeout))
        {
            return null;
        }

        var wait = reason switch
        {
            // The budget pauses for all who share it; a wait of one's own would come on top.
            RetryReason.RateLimited or RetryReason.TokenRejected => TimeSpan.Zero,
            _ => Longer(asked, delay.Before(_repetitions)),
        };
        return wait < left ? wait : null;
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
