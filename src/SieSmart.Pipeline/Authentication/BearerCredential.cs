using System.Net.Http.Headers;
using SieSmart.Pipeline.Endings;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Authentication;

/// <summary>A token that the application gives.</summary>
internal sealed class BearerCredential(Func<CancellationToken, ValueTask<string>> give, ClientSettingNames settings) : IRequestCredential
{
    public async ValueTask<Action<bool>?> ShowAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await AskAsync(cancellationToken).ConfigureAwait(false));
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

        return token is { Length: > 0 } && token.All(character => character is > ' ' and <= '~')
            ? token
            : throw new AuthenticationFailedException(
                $"No access token could be had: the delegate {settings.Bearer} gave none, or one with characters that no header can carry. Return the token alone, without 'Bearer'; nothing was sent to the API.");
    }
}
