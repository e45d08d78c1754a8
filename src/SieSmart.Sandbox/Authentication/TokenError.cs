using System.Text.Json.Serialization;

namespace SieSmart.Sandbox.Authentication;

internal sealed record TokenError(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string Description);
