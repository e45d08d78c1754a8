using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;
using SieSmart.Runtime;

namespace SieSmart.Client.Throttling;

/// <summary>Lets a request pass when the budget has a permit for it. The budget outlives the handler.</summary>
internal sealed class ThrottlingHandler(RequestBudget budget) : DelegatingHandler
{
    private const int TooManyRequests = 429;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var permit = await budget.AcquireAsync(cancellationToken).ConfigureAwait(false);
        var context = request.GetRequestOption<OperationContext>();
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode == TooManyRequests)
            {
                budget.Pause(context?.RetryAfter);
            }

            return response;
        }
        catch when (context is { Attempts: 0 })
        {
            permit.ReturnUnused();
            throw;
        }
    }
}
