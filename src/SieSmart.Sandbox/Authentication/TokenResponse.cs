using System.Text.Json.Serialization;

namespace SieSmart.Sandbox.Authentication;

internal sealed class TokenResponse(string accessToken, string tokenType, int expiresIn)
{
    [JsonPropertyName("access_token")]
    public string AccessToken { get; } = accessToken;

    [JsonPropertyName("token_type")]
    public string TokenType { get; } = tokenType;

    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; } = expiresIn;
}
