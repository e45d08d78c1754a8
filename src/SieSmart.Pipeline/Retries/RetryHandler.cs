using System.Globalization;
using Polly;
using Polly.Retry;
using SieSmart.Pipeline.Endings;
using SieSmart.Pipeline.Events;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Retries;

/// <summary>Repeats what is known to do no harm, and bounds the call as a whole. Holds no state of a call.</summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<RetryCall> Call = new("SieSmart.Pipeline.RetryCall");

    private readonly RetryLimits _limits;
    private readonly RetryDelay _delay;
    private readonly IPipelineObserver _observer;
    private readonly TimeProvider _timeProvider;
    private readonly Deadlines _deadlines;
    private readonly bool _hasGuard;
    // Most calls never need it.
    private readonly Lazy<ResiliencePipeline<HttpResponseMessage>> _pipeline;

    /// <param name="limits">How often and how long.</param>
    /// <param name="delay">How long to wait in between.</param>
    /// <param name="observer">Told of each repetition.</param>
    /// <param name="timeProvider">The clock.</param>
    /// <param name="hasGuard">Whether a <see cref="ResendGuard"/> stands further in, which wants a ticket of each attempt.</param>
    public RetryHandler(RetryLimits limits, RetryDelay delay, IPipelineObserver observer, TimeProvider timeProvider, bool hasGuard)
    {
        _limits = limits;
        _delay = delay;
        _observer = observer;
        _timeProvider = timeProvider;
        _hasGuard = hasGuard;
        _deadlines = new Deadlines(timeProvider, limits.TotalTimeout);
        _pipeline = new(() => CreatePipeline(timeProvider));
    }

    /// <summary>Nearly always the first attempt is the last one, and needs nothing of what repeats.</summary>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Without a context nothing is known of the outcome, so nothing is repeated.
        var context = OperationContext.Of(request);
        var started = _timeProvider.GetTimestamp();
        var deadline = _deadlines.Begin(cancellationToken);
        var first = AttemptAsync(request, deadline.Token);
        if (first.Status == TaskStatus.RanToCompletion && (context is null || RetryRules.Find(request, context, first.Result, exception: null) is null))
        {
            deadline.Dispose();
            return first;
        }

        return FinishAsync(first, request, context, started, deadline);
    }

    private async Task<HttpResponseMessage> FinishAsync(Task<HttpResponseMessage> first, HttpRequestMessage request, OperationContext? context, long started, Deadline deadline)
    {
        using (deadline)
        {
            try
            {
                return context is null
                    ? await first.ConfigureAwait(false)
                    : await RepeatAsync(first, request, context, started, deadline.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception) when (deadline.HasPassed)
            {
                var wait = EndedWait.WaitedFor(exception) is { } waitedFor ? $", while it waited for {waitedFor}" : string.Empty;
                throw new TimeoutException(
                    $"The call was given up after {_limits.TotalTimeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s in all{wait}; {nameof(RetryLimits.TotalTimeout)} sets the limit.",
                    exception);
            }
        }
    }

    private static ResiliencePipeline<HttpResponseMessage> CreatePipeline(TimeProvider timeProvider) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                // Each call counts for itself, since a repetition with a new token is none of these.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = static arguments => new(CallOf(arguments.Context).ShouldRepeat(arguments.Outcome.Result, arguments.Outcome.Exception)),
                DelayGenerator = static arguments => new(CallOf(arguments.Context).Delay),
            })
            .Build();

    private static RetryCall CallOf(ResilienceContext context) => context.Properties.GetValue(Call, null!);

    private async ValueTask<HttpResponseMessage> RepeatAsync(
        Task<HttpResponseMessage> first,
        HttpRequestMessage request,
        OperationContext context,
        long started,
        CancellationToken cancellationToken)
    {
        try
        {
            var response = await first.ConfigureAwait(false);
            if (cancellationToken.IsCancellationRequested || RetryRules.Find(request, context, response, exception: null) is null)
            {
                return response;
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && RetryRules.Find(request, context, response: null, exception) is not null)
        {
            // It is looked at again by what repeats.
        }

        return await RepeatFurtherAsync(new RetryCall(first, request, context, _limits, _delay, _observer, started, _timeProvider), cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> RepeatFurtherAsync(RetryCall call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            context.Properties.Set(Call, call);
            return await _pipeline.Value
                .ExecuteAsync(
                    static async (context, handler) => await handler.NextAsync(CallOf(context), context.CancellationToken).ConfigureAwait(false),
                    context,
                    this)
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Task<HttpResponseMessage> NextAsync(RetryCall call, CancellationToken cancellationToken) =>
        call.TakeFirst() ?? AttemptAsync(call.Request, cancellationToken);

    private Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_hasGuard)
        {
            AttemptTicket.Issue(request);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
