using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SieSmart.Sandbox.Tracing;

/// <summary>Gives each request a trace id, and records it.</summary>
internal sealed partial class TraceMiddleware(RequestLog log, TimeProvider timeProvider, ILogger<TraceMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var arrived = timeProvider.GetUtcNow();
        var trace = new RequestTrace(ended => Record(context, arrived, ended));
        context.Features.Set(trace);
        context.Response.Headers[RequestTrace.HeaderName] = trace.Id;

        // Recorded before the first byte leaves: who has seen the answer finds it in the log.
        context.Response.OnStarting(() =>
        {
            trace.End();
            return Task.CompletedTask;
        });

        await next(context).ConfigureAwait(false);
        trace.End();
    }

    private void Record(HttpContext context, DateTimeOffset arrived, RequestTrace trace)
    {
        if (ApiPath.Describe(context.Request.Path) is not { } path)
        {
            return;
        }

        int? status = trace.IsDropped ? null : context.Response.StatusCode;
        var request = new RecordedRequest(
            arrived,
            context.Request.Method,
            path,
            status,
            Value(context.Request.Headers.IfMatch.ToString()),
            Value(context.Response.Headers.ETag.ToString()),
            trace.Id,
            trace.WasCarriedOut ?? status < StatusCodes.Status400BadRequest,
            trace.Fault);
        log.Add(request);
        LogRequest(logger, request.Method, request.Path, request.Status, request.TraceId);
    }

    private static string? Value(string header) => header.Length == 0 ? null : header;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} -> {Status} (trace {TraceId})")]
    private static partial void LogRequest(ILogger logger, string method, string path, int? status, string traceId);
}
