using SieSmart.Runtime;

namespace SieSmart.Pipeline.Throttling;

/// <summary>Lets each attempt of a request pass when the budget has a permit for it. The budget outlives the handler.</summary>
internal sealed class ThrottlingHandler(PermitSource permits) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ValueTask<RequestPermit> permit;
        try
        {
            permit = permits.AcquireAsync(request, cancellationToken);
        }
        catch (Exception exception)
        {
            return Task.FromException<HttpResponseMessage>(exception);
        }

        return permit.IsCompletedSuccessfully ? SendAsync(permit.Result, request, cancellationToken) : WaitAndSendAsync(permit, request, cancellationToken);
    }

    private async Task<HttpResponseMessage> WaitAndSendAsync(ValueTask<RequestPermit> permit, HttpRequestMessage request, CancellationToken cancellationToken) =>
        await SendAsync(await permit.ConfigureAwait(false), request, cancellationToken).ConfigureAwait(false);

    private Task<HttpResponseMessage> SendAsync(RequestPermit permit, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = OperationContext.Of(request);
        var attemptsBefore = context?.Attempts ?? 0;
        Task<HttpResponseMessage> sending;
        try
        {
            sending = base.SendAsync(request, cancellationToken);
        }
        catch (Exception exception)
        {
            // Whatever fails further in, the permit is given back.
            sending = Task.FromException<HttpResponseMessage>(exception);
        }

        if (sending.Status != TaskStatus.RanToCompletion)
        {
            return FinishAsync(sending, permit, context, attemptsBefore);
        }

        GiveBack(permit, context, attemptsBefore, sending.Result);
        return sending;
    }

    private async Task<HttpResponseMessage> FinishAsync(Task<HttpResponseMessage> sending, RequestPermit permit, OperationContext? context, int attemptsBefore)
    {
        HttpResponseMessage? response = null;
        try
        {
            response = await sending.ConfigureAwait(false);
            return response;
        }
        finally
        {
            GiveBack(permit, context, attemptsBefore, response);
        }
    }

    private void GiveBack(RequestPermit permit, OperationContext? context, int attemptsBefore, HttpResponseMessage? response)
    {
        // A request that nobody counts is taken for sent: to send too little is the lesser evil.
        if (context is not null && context.Attempts == attemptsBefore)
        {
            permit.ReturnUnused();
            return;
        }

        if (response is not null)
        {
            permits.Heed(permit, response, context?.RetryAfter);
        }

        permit.Dispose();
    }
}
