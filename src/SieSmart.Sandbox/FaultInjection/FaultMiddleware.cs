using Microsoft.AspNetCore.Http;
using SieSmart.Sandbox.Authentication;
using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Paths;
using SieSmart.Sandbox.Tracing;

namespace SieSmart.Sandbox.FaultInjection;

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

        var faults = Take(context.Request.Method, path);
        var trace = RequestTrace.Of(context);
        foreach (var fault in faults.Where(fault => !fault.IsAfterWrite))
        {
            trace.Fault = fault;
            if (await IsAnsweredAsync(context, fault).ConfigureAwait(false))
            {
                return;
            }
        }

        // An answer can go wrong in one way only.
        if (faults.FirstOrDefault(fault => fault.IsAfterWrite) is { } faultOfAnswer)
        {
            trace.Fault = faultOfAnswer;
            await new FaultyAnswer(context, faultOfAnswer, timeProvider).RunAsync(next).ConfigureAwait(false);
            return;
        }

        await next(context).ConfigureAwait(false);
    }

    private async Task<bool> IsAnsweredAsync(HttpContext context, Fault fault)
    {
        switch (fault.Kind)
        {
            case FaultKind.Latency:
                await Task.Delay(fault.Delay, timeProvider, context.RequestAborted).ConfigureAwait(false);
                return false;
            case FaultKind.TokenRevoked:
                tokens.Revoke(BearerToken.Of(context.Request));
                return false;
            case FaultKind.Status:
                if (fault.RetryAfter is { } wait)
                {
                    RetryAfterHeader.Write(context.Response, fault.RetryAfterForm, wait, timeProvider);
                }

                throw new RequestRefusedException(
                    (int)fault.StatusCode, "FAULT_ON_PURPOSE", "The sandbox was told to fail this request; nothing was done.");
            case FaultKind.Dropped:
                RequestTrace.Of(context).Drop(context);
                return true;
            case FaultKind.Closed:
                await RequestTrace.Of(context).CloseAsync(context).ConfigureAwait(false);
                return true;
            case FaultKind.HtmlPage:
                RequestTrace.Of(context).WasCarriedOut = false;
                await HtmlPage.WriteAsync(context).ConfigureAwait(false);
                return true;
            default:
                throw new InvalidOperationException($"No fault before a request is carried out: {fault.Kind}.");
        }
    }

    private List<Fault> Take(string method, string path)
    {
        if (queue.IsSuspended)
        {
            return [];
        }

        List<Fault> faults = [.. standing.Take(method, path)];
        if (queue.Take(method, path) is { } queued)
        {
            faults.Add(queued);
        }

        return faults;
    }
}
