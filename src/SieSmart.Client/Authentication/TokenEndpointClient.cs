using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SieSmart.Runtime;

namespace SieSmart.Client.Authentication;

/// <summary>Makes the one call that the token endpoint knows. Whatever goes wrong, no token comes back.</summary>
internal sealed class TokenEndpointClient(Func<HttpClient> httpClient, ClientCredentials credentials, TimeProvider timeProvider)
{
    private const int LongestErrorCode = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A token that ends sooner than it arrives would be fetched anew for each request.</summary>
    private static readonly TimeSpan ShortestLifetime = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(365);

    public async Task<AccessToken> RequestTokenAsync(CancellationToken stopping)
    {
        using var timeout = timeProvider.CreateCancellationTokenSource(Patience);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, credentials.TokenEndpoint) { Content = Body() };
            using var response = await httpClient().SendAsync(request, end.Token).ConfigureAwait(false);
            var body = await ReadAsync(response.Content, end.Token).ConfigureAwait(false);
            return response.StatusCode == HttpStatusCode.OK ? Read(body) : throw Refused(response.StatusCode, body);
        }
        catch (Exception exception) when (exception is not AuthenticationFailedException)
        {
            var what = exception is OperationCanceledException
                ? $"it gave no answer within {Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s"
                : exception.Message.TrimEnd('.');
            throw new AuthenticationFailedException(
                $"No access token could be had: {credentials.TokenEndpoint} can't be reached ({what}). Check the network and SieSmart:TokenEndpoint; nothing was sent to the API.",
                exception);
        }
    }

    private static Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken) =>
#if NET8_0_OR_GREATER
        content.ReadAsByteArrayAsync(cancellationToken);
#else
        content.ReadAsByteArrayAsync();
#endif

    private ByteArrayContent Body()
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("audience", credentials.Audience);
            writer.WriteString("grant_type", "client_credentials");
            writer.WriteString("client_id", credentials.ClientId);
            writer.WriteString("client_secret", credentials.ClientSecret);
            writer.WriteEndObject();
        }

        return new ByteArrayContent(buffer.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
    }

    private AccessToken Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var answer = document.RootElement;
            if (Text(answer, "token_type") is { } type && !string.Equals(type, "Bearer", StringComparison.OrdinalIgnoreCase))
            {
                throw Unusable("its token is of a type other than Bearer");
            }

            return new AccessToken(TokenOf(answer), LifetimeOf(answer));
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

    private AuthenticationFailedException Refused(HttpStatusCode status, byte[] body)
    {
        var advice = (int)status is >= 400 and < 500 and not 429
            ? "Check that SieSmart:ClientId and SieSmart:ClientSecret are valid and belong to SieSmart:Environment."
            : "Try again later; if it goes on, check SieSmart:TokenEndpoint and tell the API's support.";
        return Failed((int)status, $"{credentials.TokenEndpoint} answered {((int)status).ToString(CultureInfo.InvariantCulture)}{ErrorCode(body)}. {advice}");
    }

    private AuthenticationFailedException Unusable(string why) =>
        Failed(200, $"the answer of {credentials.TokenEndpoint} can't be used: {why}. Check SieSmart:TokenEndpoint.");

    private static AuthenticationFailedException Failed(int status, string what) =>
        new($"No access token could be had: {what}") { ResponseStatusCode = status };

    /// <summary>OAuth's error code alone: free text could repeat what was sent.</summary>
    private static string ErrorCode(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Text(document.RootElement, "error") is { Length: > 0 and <= LongestErrorCode } code
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
