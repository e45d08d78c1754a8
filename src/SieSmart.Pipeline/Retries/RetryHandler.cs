using System.Globalization;
using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;
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
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public RetryHandler(RetryLimits limits, RetryDelay delay, IPipelineObserver observer, TimeProvider timeProvider)
    {
        _limits = limits;
        _delay = delay;
        _observer = observer;
        _timeProvider = timeProvider;
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = timeProvider }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                // Each call counts for itself, since a repetition with a new token is none of these.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = static arguments => new(CallOf(arguments.Context).ShouldRepeat(arguments.Outcome.Result, arguments.Outcome.Exception)),
                DelayGenerator = static arguments => new(CallOf(arguments.Context).Delay),
            })
            .Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var deadline = _timeProvider.CreateCancellationTokenSource(_limits.TotalTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            // Without a context nothing is known of the outcome, so nothing is repeated.
            return request.GetRequestOption<OperationContext>() is { } operation
                ? await RepeatAsync(new RetryCall(request, operation, _limits, _delay, _observer, _timeProvider), either.Token).ConfigureAwait(false)
                : await AttemptAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var wait = EndedWait.WaitedFor(exception) is { } waitedFor ? $", while it waited for {waitedFor}" : string.Empty;
            throw new TimeoutException(
                $"The call was given up after {_limits.TotalTimeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s in all{wait}; {nameof(RetryLimits.TotalTimeout)} sets the limit.",
                exception);
        }
    }

    private static RetryCall CallOf(ResilienceContext context) => context.Properties.GetValue(Call, null!);

    private async Task<HttpResponseMessage> RepeatAsync(RetryCall call, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        try
        {
            context.Properties.Set(Call, call);
            return await _pipeline
                .ExecuteAsync(
                    static async (context, handler) => await handler.AttemptAsync(CallOf(context).Request, context.CancellationToken).ConfigureAwait(false),
                    context,
                    this)
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private Task<HttpResponseMessage> AttemptAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        AttemptTicket.Issue(request);
        return base.SendAsync(request, cancellationToken);
    }
}
