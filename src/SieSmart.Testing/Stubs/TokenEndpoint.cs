namespace SieSmart.Testing;

/// <summary>Gives access tokens to clients that keep the credentials of an application.</summary>
internal static class TokenEndpoint
{
    public static StubbedAnswer Token { get; } = StubbedAnswer.OfJson("""{"access_token":"stub","token_type":"Bearer","expires_in":86400}""");

    /// <summary>Whether a request is OAuth's for a token, in either of the forms that clients send.</summary>
    public static bool IsAsked(StubbedRequest request) =>
        request.Method == HttpMethod.Post
        && (request.Body.Contains("grant_type=client_credentials") || request.Body.Contains("\"grant_type\":\"client_credentials\""));
}
