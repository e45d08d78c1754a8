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
    // Most calls never need it.
    private readonly Lazy<ResiliencePipeline<HttpResponseMessage>> _pipeline;

    public RetryHandler(RetryLimits limits, RetryDelay delay, IPipelineObserver observer, TimeProvider timeProvider)
    {
        _limits = limits;
        _delay = delay;
        _observer = observer;
        _timeProvider = timeProvider;
        _pipeline = new(() => CreatePipeline(timeProvider));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var deadline = new Deadline(_timeProvider, _limits.TotalTimeout, cancellationToken);
        try
        {
            // Without a context nothing is known of the outcome, so nothing is repeated.
            return request.GetRequestOption<OperationContext>() is { } operation
                ? await RepeatAsync(new RetryCall(request, operation, _limits, _delay, _observer, _timeProvider), deadline.Token).ConfigureAwait(false)
                : await AttemptAsync(request, deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (deadline.HasPassed)
        {
            var wait = EndedWait.WaitedFor(exception) is { } waitedFor ? $", while it waited for {waitedFor}" : string.Empty;
            throw new TimeoutException(
                $"The call was given up after {_limits.TotalTimeout.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s in all{wait}; {nameof(RetryLimits.TotalTimeout)} sets the limit.",
                exception);
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

    /// <summary>Nearly always the first attempt is the last one, and needs nothing of what repeats.</summary>
    private async Task<HttpResponseMessage> RepeatAsync(RetryCall call, CancellationToken cancellationToken)
    {
        try
        {
            var response = await AttemptAsync(call.Request, cancellationToken).ConfigureAwait(false);
            if (cancellationToken.IsCancellationRequested || !call.MayRepeat(response, exception: null))
            {
                return response;
            }

            call.Begin(Task.FromResult(response));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && call.MayRepeat(response: null, exception))
        {
            call.Begin(Task.FromException<HttpResponseMessage>(exception));
        }

        return await RepeatFurtherAsync(call, cancellationToken).ConfigureAwait(false);
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
        AttemptTicket.Issue(request);
        return base.SendAsync(request, cancellationToken);
    }
}
