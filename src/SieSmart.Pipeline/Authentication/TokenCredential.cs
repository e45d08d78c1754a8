namespace SieSmart.Pipeline.Authentication;

/// <summary>An access token that is fetched when it is needed.</summary>
internal sealed class TokenCredential(AccessTokenSource tokens) : IRequestCredential
{
    private readonly BearerHeader _header = new();

    public ValueTask<object?> ShowAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var getting = tokens.GetAsync(request, cancellationToken);
        if (!getting.IsCompletedSuccessfully)
        {
            return WaitAndShowAsync(getting, request);
        }

        var token = getting.Result;
        request.Headers.Authorization = _header.Of(token.Value);
        return new(token);
    }

    public void Judge(object shown, HttpRequestMessage request, bool isAccepted)
    {
        if (isAccepted)
        {
            tokens.Confirm((AccessToken)shown, request);
        }
        else
        {
            tokens.Invalidate((AccessToken)shown, request);
        }
    }

    private async ValueTask<object?> WaitAndShowAsync(ValueTask<AccessToken> getting, HttpRequestMessage request)
    {
        var token = await getting.ConfigureAwait(false);
        request.Headers.Authorization = _header.Of(token.Value);
        return token;
    }
}
