namespace SieSmart.Pipeline.HealthChecks;

/// <summary>Notes what each attempt showed, so that a health check can tell without a request of its own.</summary>
internal sealed class ReachabilityHandler(ApiReachability reachability) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sending = base.SendAsync(request, cancellationToken);
        if (sending.Status != TaskStatus.RanToCompletion)
        {
            return FinishAsync(sending);
        }

        reachability.Answered((int)sending.Result.StatusCode);
        return sending;
    }

    private async Task<HttpResponseMessage> FinishAsync(Task<HttpResponseMessage> sending)
    {
        try
        {
            var response = await sending.ConfigureAwait(false);
            reachability.Answered((int)response.StatusCode);
            return response;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TimeoutException)
        {
            reachability.Failed(exception.GetType().Name);
            throw;
        }
    }
}
