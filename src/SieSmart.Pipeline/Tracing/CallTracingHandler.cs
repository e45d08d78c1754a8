using System.Diagnostics;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Tracing;

/// <summary>A span, a duration, a log scope and a line in the log for each call, with all of its attempts and waits.</summary>
internal sealed class CallTracingHandler(ClientTelemetry telemetry, TimeProvider timeProvider) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        telemetry.TellsOfCalls ? TellAsync(request, cancellationToken) : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> TellAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = OperationContext.Of(request);
        var operation = context?.Operation;

        // Without an operation the path could hold anything; a name with few values is what spans and logs need.
        var name = operation?.ToString() ?? request.Method.Method;
        using var span = telemetry.Start(name, ActivityKind.Internal);
        using var scope = context is null ? null : telemetry.BeginScope(context);
        var started = timeProvider.GetTimestamp();
        int? status = null;
        string? failure = null;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            status = (int)response.StatusCode;
            failure = response.IsSuccessStatusCode ? null : RequestTags.ErrorType(response);
            return response;
        }
        catch (Exception exception)
        {
            failure = RequestTags.ErrorType(exception);
            throw;
        }
        finally
        {
            var tags = span is not null || telemetry.MeasuresCalls ? RequestTags.Of(request, operation, status, failure) : default;
            telemetry.CallEnded(name, context, failure, status, timeProvider.GetElapsedTime(started), tags);
            if (span is not null)
            {
                RequestTags.Set(span, tags, failure);
                span.SetTag(telemetry.Tags.OperationId, operation?.Id);
                span.SetTag(telemetry.Tags.Attempts, context?.Attempts);
                span.SetTag(telemetry.Tags.TraceId, context?.TraceId);
            }
        }
    }
}
