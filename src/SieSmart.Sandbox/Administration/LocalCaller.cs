using System.Net;
using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox.Errors;

namespace SieSmart.Sandbox.Administration;

/// <summary>Who may administrate: this machine, and of its browser no page but the sandbox's own.</summary>
internal static class LocalCaller
{
    public static void Require(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address || !IPAddress.IsLoopback(address))
        {
            throw new RequestRefusedException(
                StatusCodes.Status403Forbidden, "LOOPBACK_ONLY", "The sandbox is administrated from its own machine only.");
        }

        RequireHost(context);

        // A browser says where a request comes from; whoever says nothing is none.
        if (context.Request.Headers.Origin is [{ Length: > 0 } origin, ..] && origin != $"{context.Request.Scheme}://{context.Request.Host}")
        {
            throw new RequestRefusedException(
                StatusCodes.Status403Forbidden, "OTHER_ORIGIN", "A page of another site may not administrate the sandbox.");
        }
    }

    /// <summary>A name that somebody lets point to this machine would make their page one of the sandbox's own.</summary>
    public static void RequireHost(HttpContext context)
    {
        if (!IsLoopback(context.Request.Host.Host))
        {
            throw new RequestRefusedException(
                StatusCodes.Status403Forbidden, "LOOPBACK_ONLY", "Call the sandbox by localhost or by a loopback address.");
        }
    }

    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
