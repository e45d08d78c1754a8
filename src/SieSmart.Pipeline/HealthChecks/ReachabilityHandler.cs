namespace SieSmart.Pipeline.HealthChecks;

/// <summary>Notes what each attempt showed, so that a health check can tell without a request of its own.</summary>
internal sealed class ReachabilityHandler(ApiReachability reachability) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
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
