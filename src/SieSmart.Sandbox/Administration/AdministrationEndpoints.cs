using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SieSmart.Sandbox.Authentication;
using SieSmart.Sandbox.Errors;

namespace SieSmart.Sandbox.Administration;

/// <summary>What the sandbox has beyond the API: no token, no rate limit, loopback only.</summary>
internal sealed class AdministrationEndpoints(DatabaseRefresh databaseRefresh, AccessTokens tokens)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/database-refresh", context => Run(context, databaseRefresh.Run));
        routes.MapPost("/token-revocation", context => Run(context, tokens.RevokeAll));
    }

    private static Task Run(HttpContext context, Action action)
    {
        if (context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
        {
            throw new RequestRefusedException(
                StatusCodes.Status403Forbidden, "LOOPBACK_ONLY", "The sandbox is administrated from its own machine only.");
        }

        action();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
