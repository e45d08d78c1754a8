using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using SieSmart.Sandbox.Authentication;

namespace SieSmart.Sandbox.Administration;

/// <summary>What the sandbox has beyond the API: no token, no rate limit, loopback only.</summary>
internal sealed partial class AdministrationEndpoints(DatabaseRefresh databaseRefresh, AccessTokens tokens, ILogger<AdministrationEndpoints> logger)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/database-refresh", context => Run(context, RefreshDatabase));
        routes.MapPost("/token-revocation", context => Run(context, RevokeTokens));
    }

    public void RefreshDatabase()
    {
        databaseRefresh.Run();
        LogDone(logger, "all proposals, subscriptions and notification endpoints are gone");
    }

    public void RevokeTokens()
    {
        tokens.RevokeAll();
        LogDone(logger, "all tokens are void");
    }

    private static Task Run(HttpContext context, Action action)
    {
        LocalCaller.Require(context);
        action();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Administration: {What}")]
    private static partial void LogDone(ILogger logger, string what);
}
