using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SieSmart.Sandbox.Errors;
using SieSmart.Sandbox.Json;
using SieSmart.Sandbox.Tracing;

namespace SieSmart.Sandbox.Hosting;

/// <summary>Makes sure that every failed request is answered with an Error object.</summary>
internal sealed partial class ErrorMiddleware(ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (RequestRefusedException refusal)
        {
            await WriteAsync(context, refusal).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: nobody is there to be answered. 499 is what servers note for it in their logs.
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }
        }
        catch (BadHttpRequestException malformed)
        {
            await WriteAsync(context, new(malformed.StatusCode, "REQUEST_MALFORMED", malformed.Message)).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            LogFailure(logger, context.Request.Method, context.Request.Path, exception);
            await WriteAsync(context, new(500, "SERVER_ERROR", "The sandbox itself failed; its log says why.")).ConfigureAwait(false);
        }

        if (context.Response is { HasStarted: false, StatusCode: 404 })
        {
            await WriteAsync(context, new(404, "PATH_UNKNOWN", $"There is nothing at {context.Request.Path}.")).ConfigureAwait(false);
        }
        else if (context.Response is { HasStarted: false, StatusCode: 405 })
        {
            await WriteAsync(context, new(
                405, "METHOD_NOT_ALLOWED", $"{context.Request.Path} has no {context.Request.Method}.")).ConfigureAwait(false);
        }
    }

    private static Task WriteAsync(HttpContext context, RequestRefusedException refusal)
    {
        if (context.RequestAborted.IsCancellationRequested || context.Response.HasStarted)
        {
            return Task.CompletedTask;
        }

        context.Response.StatusCode = refusal.Status;
        var trace = RequestTrace.Of(context);
        trace.Reason = $"{refusal.Code}: {refusal.Message}";
        var body = new ErrorBody(refusal.Code, refusal.Message, trace.Id, refusal.Violations);
        return context.Response.WriteAsJsonAsync(body, SandboxJson.Options, context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed in the sandbox itself")]
    private static partial void LogFailure(ILogger logger, string method, string path, Exception exception);
}
