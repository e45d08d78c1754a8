using System.Text.Json.Serialization;

namespace SieSmart.Sandbox.Authentication;

internal sealed class TokenRequest
{
    [JsonPropertyName("audience")]
    public string? Audience { get; init; }

    [JsonPropertyName("grant_type")]
    public string? GrantType { get; init; }

    [JsonPropertyName("client_id")]
    public string? ClientId { get; init; }

    [JsonPropertyName("client_secret")]
    public string? ClientSecret { get; init; }
}
