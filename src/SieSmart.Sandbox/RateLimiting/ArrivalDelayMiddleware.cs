using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox.Paths;

namespace SieSmart.Sandbox.RateLimiting;

/// <summary>Keeps requests on their way for a random time. Outermost: until it is over, no part of the API has seen them.</summary>
internal sealed class ArrivalDelayMiddleware(SandboxOptions options)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (options.ArrivalDelay > TimeSpan.Zero && ApiPath.IsApi(context.Request.Path))
        {
            await Task.Delay(options.ArrivalDelay * Random.Shared.NextDouble(), options.TimeProvider, context.RequestAborted)
                .ConfigureAwait(false);
        }

        await next(context).ConfigureAwait(false);
    }
}
