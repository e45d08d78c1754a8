using System.Net;

namespace SieSmart.Pipeline.Authentication;

/// <summary>
/// Puts the credentials on requests to the configured API, and on no others. Holds no token itself: handlers are
/// recreated, the tokens' source isn't.
/// </summary>
internal sealed class AuthenticationHandler(Uri baseAddress, Func<IReadOnlyList<IRequestCredential>> currentCredentials) : DelegatingHandler
{
    private const UriComponents Origin = UriComponents.SchemeAndServer;

    // Where an address begins so, the rest can't lead to another host.
    private readonly string _origin = $"{baseAddress.GetComponents(Origin, UriFormat.UriEscaped)}/";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!IsOfThisHost(request.RequestUri))
        {
            return Task.FromException<HttpResponseMessage>(Refusal(request.RequestUri));
        }

        // Nearly all clients show one thing, and nearly always it is at hand.
        var credentials = currentCredentials();
        return credentials.Count == 1
            ? ShowAndSendAsync(credentials[0], credentials[0].ShowAsync(request, cancellationToken), request, cancellationToken)
            : ShowAllAndSendAsync(credentials, request, cancellationToken);
    }

    private static bool IsAccepted(HttpResponseMessage response) => response.StatusCode != HttpStatusCode.Unauthorized;

    private Task<HttpResponseMessage> ShowAndSendAsync(IRequestCredential credential, ValueTask<object?> showing, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!showing.IsCompletedSuccessfully)
        {
            return WaitAndSendAsync(credential, showing, request, cancellationToken);
        }

        var shown = showing.Result;
        var sending = base.SendAsync(request, cancellationToken);
        if (shown is null)
        {
            return sending;
        }

        if (sending.Status != TaskStatus.RanToCompletion)
        {
            return JudgeAsync(credential, shown, request, sending);
        }

        credential.Judge(shown, request, IsAccepted(sending.Result));
        return sending;
    }

    private static async Task<HttpResponseMessage> JudgeAsync(IRequestCredential credential, object shown, HttpRequestMessage request, Task<HttpResponseMessage> sending)
    {
        var response = await sending.ConfigureAwait(false);
        credential.Judge(shown, request, IsAccepted(response));
        return response;
    }

    private async Task<HttpResponseMessage> WaitAndSendAsync(IRequestCredential credential, ValueTask<object?> showing, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var shown = await showing.ConfigureAwait(false);
        return await ShowAndSendAsync(credential, new ValueTask<object?>(shown), request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> ShowAllAndSendAsync(IReadOnlyList<IRequestCredential> credentials, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var judged = new List<(IRequestCredential Credential, object Shown)>();
        foreach (var credential in credentials)
        {
            if (await credential.ShowAsync(request, cancellationToken).ConfigureAwait(false) is { } shown)
            {
                judged.Add((credential, shown));
            }
        }

        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        foreach (var (credential, shown) in judged)
        {
            credential.Judge(shown, request, IsAccepted(response));
        }

        return response;
    }

    private bool IsOfThisHost(Uri? address) =>
        address is not null
        && (address.OriginalString.StartsWith(_origin, StringComparison.Ordinal)
            || Uri.Compare(address, baseAddress, Origin, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0);

    private InvalidOperationException Refusal(Uri? address) =>
        new($"The request to {address?.GetComponents(Origin, UriFormat.UriEscaped)} was not sent: the access token is for {baseAddress.GetComponents(Origin, UriFormat.UriEscaped)} alone. Use an HttpClient of your own for other hosts.");
}
