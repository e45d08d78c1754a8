using System.Net;

namespace SieSmart.Pipeline.Authentication;

/// <summary>
/// Puts the credentials on requests to the configured API, and on no others. Holds no token itself: handlers are
/// recreated, the tokens' source isn't.
/// </summary>
internal sealed class AuthenticationHandler(Uri baseAddress, Func<IReadOnlyList<IRequestCredential>> currentCredentials) : DelegatingHandler
{
    private const UriComponents Origin = UriComponents.SchemeAndServer;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        RefuseOtherHosts(request.RequestUri);
        var verdicts = new List<Action<bool>>();
        foreach (var credential in currentCredentials())
        {
            if (await credential.ShowAsync(request, cancellationToken).ConfigureAwait(false) is { } verdict)
            {
                verdicts.Add(verdict);
            }
        }

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        foreach (var verdict in verdicts)
        {
            verdict(response.StatusCode != HttpStatusCode.Unauthorized);
        }

        return response;
    }

    private void RefuseOtherHosts(Uri? address)
    {
        if (address is null || Uri.Compare(address, baseAddress, Origin, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw new InvalidOperationException(
                $"The request to {address?.GetComponents(Origin, UriFormat.UriEscaped)} was not sent: the access token is for {baseAddress.GetComponents(Origin, UriFormat.UriEscaped)} alone. Use an HttpClient of your own for other hosts.");
        }
    }
}
