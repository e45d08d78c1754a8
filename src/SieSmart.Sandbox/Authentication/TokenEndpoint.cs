using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Json;

namespace SieSmart.Sandbox.Authentication;

/// <summary>Issues tokens to client credentials, as Auth0 does for SieSmart: JSON, with an audience.</summary>
internal sealed class TokenEndpoint(AccessTokens tokens, SandboxOptions options)
{
    private readonly IReadOnlyList<ClientCredentials> _clients =
    [
        new(options.ClientId, options.ClientSecret, isReadOnly: false),
        new(options.ReadOnlyClientId, options.ReadOnlyClientSecret, isReadOnly: true),
    ];

    public async Task PostAsync(HttpContext context)
    {
        TokenRequest request;
        try
        {
            var body = await RequestBody.ReadObjectAsync(context).ConfigureAwait(false);
            request = body.Deserialize<TokenRequest>(SandboxJson.Options) ?? new TokenRequest();
        }
        catch (RequestRefusedException refusal)
        {
            await RefuseAsync(context, refusal.Status, "invalid_request", refusal.Message).ConfigureAwait(false);
            return;
        }
        catch (JsonException)
        {
            await RefuseAsync(context, 400, "invalid_request", "All fields must be strings.").ConfigureAwait(false);
            return;
        }

        var client = _clients.FirstOrDefault(known => known.Matches(request.ClientId, request.ClientSecret));
        if (request.GrantType != "client_credentials")
        {
            await RefuseAsync(context, 403, "unsupported_grant_type", "The grant_type must be client_credentials.").ConfigureAwait(false);
        }
        else if (client is null)
        {
            await RefuseAsync(context, 401, "access_denied", "The client_id or the client_secret is wrong.").ConfigureAwait(false);
        }
        else if (request.Audience != SandboxOptions.Audience)
        {
            await RefuseAsync(context, 403, "access_denied", $"The audience must be {SandboxOptions.Audience}.").ConfigureAwait(false);
        }
        else
        {
            var answer = new TokenResponse(tokens.Issue(client), "Bearer", (int)options.TokenLifetime.TotalSeconds);
            await context.Response.WriteAsJsonAsync(answer, SandboxJson.Options, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static Task RefuseAsync(HttpContext context, int status, string error, string description)
    {
        context.Response.StatusCode = status;
        var body = new TokenError(error, description);
        return context.Response.WriteAsJsonAsync(body, SandboxJson.Options, context.RequestAborted);
    }
}
