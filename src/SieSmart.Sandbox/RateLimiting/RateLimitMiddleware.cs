using System.Net;
using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Paths;

namespace SieSmart.Sandbox.RateLimiting;

/// <summary>Answers 429 to an IP address that sends too much.</summary>
internal sealed class RateLimitMiddleware(SandboxOptions options, RequestWindows windows)
{
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!ApiPath.IsApi(context.Request.Path))
        {
            return next(context);
        }

        var wait = windows.Arrive(context.Connection.RemoteIpAddress ?? IPAddress.None);
        if (wait == TimeSpan.Zero)
        {
            return next(context);
        }

        RetryAfterHeader.Write(context.Response, options.RetryAfter, wait, options.TimeProvider);
        throw new RequestRefusedException(
            StatusCodes.Status429TooManyRequests,
            "RATE_LIMIT_REACHED",
            $"More than {options.RequestsPerWindow} requests within {options.RateLimitWindow} from one address.");
    }
}
