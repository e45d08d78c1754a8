using System.Net.Http.Headers;

namespace SieSmart.Pipeline.Authentication;

/// <summary>An access token that is fetched when it is needed.</summary>
internal sealed class TokenCredential(AccessTokenSource tokens) : IRequestCredential
{
    public async ValueTask<Action<bool>?> ShowAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(request, cancellationToken).ConfigureAwait(false);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return isAccepted =>
        {
            if (isAccepted)
            {
                tokens.Confirm(token, request);
            }
            else
            {
                tokens.Invalidate(token, request);
            }
        };
    }
}
