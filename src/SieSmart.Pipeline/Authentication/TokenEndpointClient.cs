using System.Globalization;
using System.Net;
using System.Text.Json;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Authentication;

/// <summary>Makes the one call that the token endpoint knows. Whatever goes wrong, no token comes back.</summary>
internal sealed class TokenEndpointClient(
    Func<HttpClient> httpClient,
    ClientCredentials credentials,
    ClientSettingNames settings,
    TokenTiming timing,
    TimeProvider timeProvider) : ITokenOrigin
{
    private const int LongestErrorCode = 64;
    private const int TooManyRequests = 429;
    private const int Unavailable = 503;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A token that ends sooner than it arrives would be fetched anew for each request.</summary>
    private static readonly TimeSpan ShortestLifetime = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(365);

    public async Task<AccessToken> FetchAsync(AccessToken? unwanted, bool isRejected, CancellationToken stopping)
    {
        var requestedAt = timeProvider.GetTimestamp();
        using var end = new Deadline(timeProvider.CreateCancellationTokenSource(Patience), stopping);
        try
        {
            using var request = TokenRequest.Of(credentials);
            using var response = await httpClient().SendAsync(request, end.Token).ConfigureAwait(false);
            var body = await ReadAsync(response.Content, end.Token).ConfigureAwait(false);
            return response.StatusCode == HttpStatusCode.OK ? Read(body, requestedAt) : throw Refused(response, body);
        }
        catch (Exception exception) when (exception is not AuthenticationFailedException)
        {
            var what = exception is OperationCanceledException
                ? $"it gave no answer within {Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s"
                : exception.Message.TrimEnd('.');
            throw new AuthenticationFailedException(
                $"No access token could be had: {credentials.TokenEndpoint} can't be reached ({what}). Check the network and {settings.TokenEndpoint}; nothing was sent to the API.",
                exception);
        }
    }

    private static Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken) =>
#if NET8_0_OR_GREATER
        content.ReadAsByteArrayAsync(cancellationToken);
#else
        content.ReadAsByteArrayAsync();
#endif

    private AccessToken Read(byte[] body, long requestedAt)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var answer = document.RootElement;
            if (Text(answer, "token_type") is { } type && !string.Equals(type, "Bearer", StringComparison.OrdinalIgnoreCase))
            {
                throw Unusable("its token is of a type other than Bearer");
            }

            return new AccessToken(TokenOf(answer), LifetimeOf(answer), requestedAt);
        }
        catch (JsonException)
        {
            // Without the inner exception: nothing that was read from a token endpoint may reach a log.
            throw Unusable("the answer is not JSON");
        }
    }

    private string TokenOf(JsonElement answer)
    {
        var token = Text(answer, "access_token");
        if (string.IsNullOrEmpty(token))
        {
            throw Unusable("it has no access_token");
        }

        return token!.All(character => character is > ' ' and <= '~')
            ? token!
            : throw Unusable("its access_token has characters that no header can carry");
    }

    private TimeSpan LifetimeOf(JsonElement answer)
    {
        if (answer.TryGetProperty("expires_in", out var expiresIn)
            && expiresIn.ValueKind == JsonValueKind.Number
            && expiresIn.TryGetDouble(out var seconds)
            && seconds >= ShortestLifetime.TotalSeconds)
        {
            return TimeSpan.FromSeconds(Math.Min(seconds, LongestLifetime.TotalSeconds));
        }

        throw Unusable("it has no expires_in of a second or more");
    }

    private AuthenticationFailedException Refused(HttpResponseMessage response, byte[] body)
    {
        var status = (int)response.StatusCode;
        var pause = status is TooManyRequests or Unavailable ? timing.Heeded(RetryAfterHeader.Read(response, timeProvider)) : null;
        var request = pause is { } time ? $" and asks to be left alone for {time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s (Retry-After)" : string.Empty;
        var advice = status is >= 400 and < 500 and not TooManyRequests
            ? $"Check that {settings.ClientId} and {settings.ClientSecret} are valid and belong to {settings.Installation}."
            : $"Try again later; if it goes on, check {settings.TokenEndpoint} and tell the API's support.";
        return Failed(status, $"{credentials.TokenEndpoint} answered {status.ToString(CultureInfo.InvariantCulture)}{ErrorCode(body)}{request}. {advice}", pause);
    }

    private AuthenticationFailedException Unusable(string why) =>
        Failed(200, $"the answer of {credentials.TokenEndpoint} can't be used: {why}. Check {settings.TokenEndpoint}.", pause: null);

    private static AuthenticationFailedException Failed(int status, string what, TimeSpan? pause) =>
        new($"No access token could be had: {what}", retryAfter: pause) { ResponseStatusCode = status };

    /// <summary>OAuth's error code alone: free text could repeat what was sent.</summary>
    private string ErrorCode(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Text(document.RootElement, "error") is { Length: > 0 and <= LongestErrorCode } code
                && !code.Contains(credentials.ClientSecret)
                && code.All(character => character is (>= 'a' and <= 'z') or '_')
                ? $" ({code})"
                : string.Empty;
        }
        catch (JsonException)
        {
            return string.Empty;
        }
    }

    private static string? Text(JsonElement answer, string name) =>
        answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
