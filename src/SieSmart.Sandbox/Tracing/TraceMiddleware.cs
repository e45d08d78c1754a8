using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SieSmart.Sandbox.Paths;

namespace SieSmart.Sandbox.Tracing;

/// <summary>Gives each request a trace id, and records it.</summary>
internal sealed partial class TraceMiddleware(RequestLog log, TimeProvider timeProvider, ILogger<TraceMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var arrived = timeProvider.GetUtcNow();
        var start = timeProvider.GetTimestamp();
        var trace = new RequestTrace(ended => Record(context, arrived, timeProvider.GetElapsedTime(start), ended));
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

    private void Record(HttpContext context, DateTimeOffset arrived, TimeSpan duration, RequestTrace trace)
    {
        if (ApiPath.IsOwn(context.Request.Path))
        {
            return;
        }

        var path = ApiPath.Describe(context.Request.Path);
        int? status = trace.IsDropped ? null : context.Response.StatusCode;
        var request = new RecordedRequest(
            arrived,
            context.Request.Method,
            path ?? context.Request.Path.Value ?? "/",
            status,
            Value(context.Request.Headers.IfMatch.ToString()),
            Value(context.Response.Headers.ETag.ToString()),
            trace.Id,
            trace.WasCarriedOut ?? status < StatusCodes.Status400BadRequest,
            trace.Fault,
            duration,
            trace.Reason)
        {
            IsOfApi = path is not null,
        };
        log.Add(request);
        if (logger.IsEnabled(LogLevel.Information))
        {
            var answer = status?.ToString(CultureInfo.InvariantCulture) ?? "no answer";
            var milliseconds = (long)duration.TotalMilliseconds;
            var details = Details(request);
            LogRequest(logger, request.Method, request.Path, answer, milliseconds, details, request.TraceId);
        }
    }

    private static string Details(RecordedRequest request)
    {
        var details = new StringBuilder();
        if (request.IfMatch is not null || request.ETag is not null)
        {
            details.Append(CultureInfo.InvariantCulture, $", If-Match {request.IfMatch ?? "none"} -> ETag {request.ETag ?? "none"}");
        }

        if (request.Fault is not null)
        {
            details.Append(CultureInfo.InvariantCulture, $", fault: {request.Fault.Description}");
        }

        if (request.Reason is not null)
        {
            details.Append(CultureInfo.InvariantCulture, $", {request.Reason.TrimEnd('.')}");
        }

        return details.ToString();
    }

    private static string? Value(string header) => header.Length == 0 ? null : header;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} -> {Status} in {Milliseconds} ms{Details}, trace {TraceId}")]
    private static partial void LogRequest(ILogger logger, string method, string path, string status, long milliseconds, string details, string traceId);
}
