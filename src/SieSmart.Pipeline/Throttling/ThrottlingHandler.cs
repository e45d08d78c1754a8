using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Throttling;

/// <summary>Lets each attempt of a request pass when the budget has a permit for it. The budget outlives the handler.</summary>
internal sealed class ThrottlingHandler(PermitSource permits) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var permit = await permits.AcquireAsync(request, cancellationToken).ConfigureAwait(false);
        var context = request.GetRequestOption<OperationContext>();
        var attemptsBefore = context?.Attempts;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (WasSent())
            {
                permits.Heed(permit, response, context?.RetryAfter);
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
}
