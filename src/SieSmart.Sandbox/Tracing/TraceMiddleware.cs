using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SieSmart.Sandbox.Tracing;

/// <summary>Gives each request a trace id, and records it.</summary>
internal sealed partial class TraceMiddleware(RequestLog log, TimeProvider timeProvider, ILogger<TraceMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var arrived = timeProvider.GetUtcNow();
        var trace = new RequestTrace();
        context.Features.Set(trace);
        context.Response.Headers[RequestTrace.HeaderName] = trace.Id;

        // Recorded before the last byte leaves: who has seen the answer finds it in the log.
        var recorded = false;
        context.Response.OnStarting(() =>
        {
            Record();
            return Task.CompletedTask;
        });

        await next(context).ConfigureAwait(false);
        Record();

        void Record()
        {
            var path = ApiPath.Describe(context.Request.Path);
            if (recorded || path is null)
            {
                return;
            }

            recorded = true;
            var dropped = trace.IsDropped || context.RequestAborted.IsCancellationRequested;
            var request = new RecordedRequest(
                arrived,
                context.Request.Method,
                path,
                dropped ? null : context.Response.StatusCode,
                Value(context.Request.Headers.IfMatch.ToString()),
                Value(context.Response.Headers.ETag.ToString()),
                trace.Id);
            log.Add(request);
            LogRequest(logger, request.Method, request.Path, request.Status, request.TraceId);
        }
    }

    private static string? Value(string header) => header.Length == 0 ? null : header;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} -> {Status} (trace {TraceId})")]
    private static partial void LogRequest(ILogger logger, string method, string path, int? status, string traceId);
}
