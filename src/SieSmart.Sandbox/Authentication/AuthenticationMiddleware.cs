using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Paths;

namespace SieSmart.Sandbox.Authentication;

/// <summary>Lets a request pass with a valid token only, and a write only if the token permits it.</summary>
internal sealed class AuthenticationMiddleware(AccessTokens tokens)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!ApiPath.IsApi(context.Request.Path))
        {
            return next(context);
        }

        var token = tokens.Find(BearerToken.Of(context.Request)) ?? throw new RequestRefusedException(
            StatusCodes.Status401Unauthorized,
            "TOKEN_INVALID",
            $"The token is absent, unknown, expired or revoked. Get one from {ApiPath.Token}, and send it as a Bearer token.");

        if (token.IsReadOnly && !HttpMethods.IsGet(context.Request.Method))
        {
            throw new RequestRefusedException(
                StatusCodes.Status403Forbidden, "NOT_ALLOWED", "The token may only read.");
        }

        context.Features.Set(token);
        return next(context);
    }
}
