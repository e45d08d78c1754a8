using SieSmart.Pipeline.Endings;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Authentication;

/// <summary>A token that the application gives.</summary>
internal sealed class BearerCredential(Func<CancellationToken, ValueTask<string>> give, ClientSettingNames settings) : IRequestCredential
{
    private readonly BearerHeader _header = new();

    public ValueTask<object?> ShowAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = AskAsync(cancellationToken);
        if (!token.IsCompletedSuccessfully)
        {
            return WaitAndShowAsync(token, request);
        }

        request.Headers.Authorization = _header.Of(token.Result);
        return default;
    }

    public void Judge(object shown, HttpRequestMessage request, bool isAccepted)
    {
        // The application knows its token.
    }

    private async ValueTask<object?> WaitAndShowAsync(ValueTask<string> token, HttpRequestMessage request)
    {
        request.Headers.Authorization = _header.Of(await token.ConfigureAwait(false));
        return null;
    }

    private async ValueTask<string> AskAsync(CancellationToken cancellationToken)
    {
        string? token;
        try
        {
            token = await give(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw EndedWait.Of(EndedWait.ForToken, exception, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AuthenticationFailedException(
                $"No access token could be had: the delegate {settings.Bearer} failed ({exception.GetType().Name}). See the inner exception; nothing was sent to the API.",
                exception);
        }

        return token is { Length: > 0 } && IsCarried(token)
            ? token
            : throw new AuthenticationFailedException(
                $"No access token could be had: the delegate {settings.Bearer} gave none, or one with characters that no header can carry. Return the token alone, without 'Bearer'; nothing was sent to the API.");
    }

    private static bool IsCarried(string token)
    {
#if NET8_0_OR_GREATER
        return !token.AsSpan().ContainsAnyExceptInRange('!', '~');
#else
        foreach (var character in token)
        {
            if (character is not (> ' ' and <= '~'))
            {
                return false;
            }
        }

        return true;
#endif
    }
}
