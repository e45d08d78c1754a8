using System.Diagnostics;
using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;
using SieSmart.Runtime;

namespace SieSmart.Client.Tracing;

/// <summary>A span and a duration for each request that goes out, and its headers in the most verbose log.</summary>
internal sealed class AttemptTracingHandler(ClientTelemetry telemetry, TimeProvider timeProvider) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = request.GetRequestOption<OperationContext>();
        var operation = context?.Operation;
        var attempt = (context?.Attempts ?? 0) + 1;
        using var span = telemetry.Start(operation?.ToString() ?? request.Method.Method, ActivityKind.Client);
        telemetry.Sending(attempt, request);
        var started = timeProvider.GetTimestamp();
        int? status = null;
        string? failure = null;
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            status = (int)response.StatusCode;
            failure = response.IsSuccessStatusCode ? null : RequestTags.ErrorType(response);
            telemetry.Received(attempt, response);
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
            telemetry.AttemptEnded(timeProvider.GetElapsedTime(started), tags);
            if (span is not null)
            {
                RequestTags.Set(span, tags, failure);
                span.SetTag(TagName.Url, RequestTags.AddressOf(request));
                span.SetTag(TagName.ResendCount, attempt > 1 ? attempt - 1 : null);
                span.SetTag(TagName.TraceId, context?.TraceId);
            }
        }
    }
}
