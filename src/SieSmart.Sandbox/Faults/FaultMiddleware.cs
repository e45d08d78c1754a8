using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox.Authentication;
using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Tracing;

namespace SieSmart.Sandbox.Faults;

/// <summary>Lets requests go wrong on purpose.</summary>
internal sealed class FaultMiddleware(
    StandingFaults standing,
    FaultPlan queue,
    AccessTokens tokens,
    TimeProvider timeProvider)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (ApiPath.Describe(context.Request.Path) is not { } path)
        {
            await next(context).ConfigureAwait(false);
            return;
        }

        var dropAnswer = false;
        foreach (var fault in Take(context.Request.Method, path))
        {
            switch (fault.Kind)
            {
                case FaultKind.Latency:
                    await Task.Delay(fault.Delay, timeProvider, context.RequestAborted).ConfigureAwait(false);
                    break;
                case FaultKind.TokenRevoked:
                    tokens.Revoke(BearerToken.Of(context.Request));
                    break;
                case FaultKind.Status:
                    if (fault.RetryAfter is { } wait)
                    {
                        RetryAfterHeader.Write(context.Response, fault.RetryAfterForm, wait, timeProvider);
                    }

                    throw new RequestRefusedException(
                        (int)fault.StatusCode, "FAULT_ON_PURPOSE", "The sandbox was told to fail this request; nothing was done.");
                case FaultKind.DroppedBeforeWrite:
                    RequestTrace.Of(context).Drop(context);
                    return;
                case FaultKind.DroppedAfterWrite:
                    dropAnswer = true;
                    break;
                default:
                    throw new InvalidOperationException($"No such fault: {fault.Kind}.");
            }
        }

        if (dropAnswer)
        {
            context.Response.Body = Stream.Null;
            await CarryOutAsync(context, next).ConfigureAwait(false);
            RequestTrace.Of(context).Drop(context);
            return;
        }

        await next(context).ConfigureAwait(false);
    }

    private static async Task CarryOutAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (RequestRefusedException)
        {
            // Nobody will read why it was refused.
        }
    }

    private IEnumerable<Fault> Take(string method, string path)
    {
        IEnumerable<Fault> faults = [.. standing.Take(method, path)];
        return queue.Take(method, path) is { } queued ? faults.Append(queued) : faults;
    }
}
