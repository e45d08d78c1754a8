using SieSmart.Pipeline.Events;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Retries;

/// <summary>What one call has used up of its limits.</summary>
internal sealed class RetryCall(
    HttpRequestMessage request,
    OperationContext context,
    RetryLimits limits,
    RetryDelay delay,
    IPipelineObserver observer,
    TimeProvider timeProvider)
{
    private readonly long _started = timeProvider.GetTimestamp();
    private int _repetitions;
    private bool _hasReplacedToken;
    private Task<HttpResponseMessage>? _first;

    public HttpRequestMessage Request => request;

    /// <summary>The wait before the next attempt.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>Whether what came of an attempt is among what is repeated, as long as there are repetitions and time left.</summary>
    public bool MayRepeat(HttpResponseMessage? response, Exception? exception) => RetryRules.Find(request, context, response, exception) is not null;

    /// <summary>Notes what came of the first attempt, which was made before it was known that there will be another.</summary>
    public void Begin(Task<HttpResponseMessage> first) => _first = first;

    /// <summary>What came of the first attempt, for the first who asks; then null.</summary>
    public Task<HttpResponseMessage>? TakeFirst()
    {
        var first = _first;
        _first = null;
        return first;
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
        var left = limits.TotalTimeout - timeProvider.GetElapsedTime(_started);
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
