using System.Globalization;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Retries;

/// <summary>
/// Stands inside the handlers of others: one of those that resends requests would make several writes out of one, behind the back of retry
/// and throttle. What may not happen twice passes once for each attempt; what may pays for each pass.
/// </summary>
internal sealed class ResendGuard(PermitSource permits) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = OperationContext.Of(request);
        if (AttemptTicket.Of(request) is not { } ticket)
        {
            return base.SendAsync(request, cancellationToken);
        }

        var pass = ticket.TryPass(static attempt => RetryRules.MayHappenTwice(attempt.Request, attempt.Context), (Request: request, Context: context));
        if (pass == 0)
        {
            return Task.FromException<HttpResponseMessage>(Refusal(request, context, ticket));
        }

        var sending = pass == 1 ? base.SendAsync(request, cancellationToken) : PayAndSendAsync(request, context, cancellationToken);
        if (sending.Status != TaskStatus.RanToCompletion)
        {
            return FinishAsync(sending, request, context, ticket);
        }

        ticket.End(HadNoEffect(request, context, sending.Result, failure: null));
        return sending;
    }

    private static async Task<HttpResponseMessage> FinishAsync(Task<HttpResponseMessage> sending, HttpRequestMessage request, OperationContext? context, AttemptTicket ticket)
    {
        HttpResponseMessage? response = null;
        Exception? failure = null;
        try
        {
            response = await sending.ConfigureAwait(false);
            return response;
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            ticket.End(HadNoEffect(request, context, response, failure));
        }
    }

    private static bool HadNoEffect(HttpRequestMessage request, OperationContext? context, HttpResponseMessage? response, Exception? failure) =>
        context is not null && RetryRules.Find(request, context, response, failure) is not null;

    private async Task<HttpResponseMessage> PayAndSendAsync(HttpRequestMessage request, OperationContext? context, CancellationToken cancellationToken)
    {
        using var permit = await permits.AcquireAsync(request, cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        permits.Heed(permit, response, context?.RetryAfter);
        return response;
    }

    private static OutcomeUnknownException Refusal(HttpRequestMessage request, OperationContext? context, AttemptTicket ticket)
    {
        var name = context?.Operation?.ToString() ?? $"{request.Method} {request.RequestUri?.AbsolutePath}";
        var before = context is { StatusCode: { } status } ? $"it was answered {((int)status).ToString(CultureInfo.InvariantCulture)}" : "no answer came";
        var times = ticket.Passes == 1 ? "once" : $"{ticket.Passes.ToString(CultureInfo.InvariantCulture)} times";
        return new OutcomeUnknownException(
            $"The outcome of {name} is unknown: it was sent {times}, {before}, and a handler that was added to the client's HttpClient then tried to send it again, which could make two writes out of one. That was refused. Remove that handler (AddStandardResilienceHandler and the like): the client repeats by itself what does no harm. Find out whether the write was applied before you send it again.");
    }
}
