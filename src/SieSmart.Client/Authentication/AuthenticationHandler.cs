using System.Net;
using System.Net.Http.Headers;

namespace SieSmart.Client.Authentication;

/// <summary>
/// Puts the access token on requests to the configured API, and on no others. Holds no token itself: handlers are
/// recreated, the account isn't.
/// </summary>
internal sealed class AuthenticationHandler(ClientAccount account) : DelegatingHandler
{
    private const UriComponents Origin = UriComponents.SchemeAndServer;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RefuseOtherHosts(request.RequestUri);
        var tokens = account.CurrentTokens();
        var token = await tokens.GetAsync(cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            tokens.Invalidate(token);
        }
        else
        {
            tokens.Confirm(token);
        }

        return response;
    }

    private void RefuseOtherHosts(Uri? address)
    {
        var baseAddress = account.Endpoints.BaseAddress;
        if (address is null || Uri.Compare(address, baseAddress, Origin, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new InvalidOperationException(
                $"The request to {address?.GetComponents(Origin, UriFormat.UriEscaped)} was not sent: the access token is for {baseAddress.GetComponents(Origin, UriFormat.UriEscaped)} alone. Use an HttpClient of your own for other hosts.");
        }
    }
}
