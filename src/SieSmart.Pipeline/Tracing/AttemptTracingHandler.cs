using System.Diagnostics;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Tracing;

/// <summary>A span and a duration for each request that goes out, and its headers in the most verbose log.</summary>
/// <param name="telemetry">Where it is told.</param>
/// <param name="traceIdHeader">The response header with the API's trace id.</param>
/// <param name="measures">Whether the duration is a metric, too.</param>
/// <param name="propagates">Whether the request carries the span to the server; else the transport sees to that.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class AttemptTracingHandler(ClientTelemetry telemetry, string traceIdHeader, bool measures, bool propagates, TimeProvider timeProvider) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (telemetry.TellsOfAttempts(measures))
        {
            return TellAsync(request, cancellationToken);
        }

        if (propagates)
        {
            TraceContext.Inject(request);
        }

        return base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> TellAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = OperationContext.Of(request);
        var operation = context?.Operation;
        var attempt = (context?.Attempts ?? 0) + 1;
        using var span = telemetry.Start(operation?.ToString() ?? request.Method.Method, ActivityKind.Client);
        if (propagates)
        {
            TraceContext.Inject(request);
        }

        telemetry.Sending(attempt, request, traceIdHeader);
        var started = timeProvider.GetTimestamp();
        int? status = null;
        string? failure = null;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            status = (int)response.StatusCode;
            failure = response.IsSuccessStatusCode ? null : RequestTags.ErrorType(response);
            telemetry.Received(attempt, response, traceIdHeader);
            return response;
        }
        catch (Exception exception)
        {
            failure = RequestTags.ErrorType(exception);
            throw;
        }
        finally
        {
            var tags = RequestTags.Of(request, operation, status, failure);
            if (measures)
            {
                telemetry.AttemptEnded(timeProvider.GetElapsedTime(started), tags);
            }

            if (span is not null)
            {
                RequestTags.Set(span, tags, failure);
                span.SetTag(TagName.Url, RequestTags.AddressOf(request));
                span.SetTag(TagName.ResendCount, attempt > 1 ? attempt - 1 : null);
                span.SetTag(telemetry.Tags.TraceId, context?.TraceId);
            }
        }
    }
}
