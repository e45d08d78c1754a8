using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;
using SieSmart.Client.Tracing;
using SieSmart.Runtime;

namespace SieSmart.Client.Throttling;

/// <summary>Lets each attempt of a request pass when the budget has a permit for it. The budget outlives the handler.</summary>
internal sealed class ThrottlingHandler(
    RequestBudget budget,
    RequestPriority priority,
    TimeSpan queueTimeout,
    ClientTelemetry telemetry,
    TimeProvider timeProvider) : DelegatingHandler
{
    private const int TooManyRequests = 429;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var permit = await AcquireAsync(request, cancellationToken).ConfigureAwait(false);
        var context = request.GetRequestOption<OperationContext>();
        var attemptsBefore = context?.Attempts;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode == TooManyRequests && WasSent())
            {
                telemetry.RateLimited(context?.RetryAfter);
                permit.ReturnRefused(context?.RetryAfter);
            }

            return response;
        }
        finally
        {
            if (WasSent())
            {
                permit.Dispose();
            }
            else
            {
                permit.ReturnUnused();
            }
        }

        // A request that nobody counts is taken for sent: to send too little is the lesser evil.
        bool WasSent() => context is null || context.Attempts != attemptsBefore;
    }

    private async ValueTask<RequestPermit> AcquireAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var own = request.GetRequestOption<RequestPriorityOption>()?.Priority ?? priority;
        var started = timeProvider.GetTimestamp();
        var permit = await budget.AcquireAsync(own, queueTimeout, cancellationToken).ConfigureAwait(false);
        telemetry.ThrottleWaited(timeProvider.GetElapsedTime(started), own);
        return permit;
    }
}
