using System.Globalization;
using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Retries;

/// <summary>
/// Stands inside the handlers of others: one of those that resends requests would make several writes out of one, behind the back of retry
/// and throttle. What may not happen twice passes once for each attempt; what may pays for each pass.
/// </summary>
internal sealed class ResendGuard(PermitSource permits) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = request.GetRequestOption<OperationContext>();
        if (AttemptTicket.Of(request) is not { } ticket)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        if (!ticket.TryPass(RetryRules.MayHappenTwice(request, context)))
        {
            throw Refusal(request, context, ticket);
        }

        HttpResponseMessage? response = null;
        Exception? failure = null;
        try
        {
            response = ticket.Passes == 1
                ? await base.SendAsync(request, cancellationToken).ConfigureAwait(false)
                : await PayAndSendAsync(request, context, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch (Exception exception)
        {
            failure = exception;
            throw;
        }
        finally
        {
            ticket.End(context is not null && RetryRules.Find(request, context, response, failure) is not null);
        }
    }

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
