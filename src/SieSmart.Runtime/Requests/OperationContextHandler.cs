using System.Net;
using SieSmart.Runtime.Sending;

namespace SieSmart.Runtime;

/// <summary>
/// Fills the <see cref="OperationContext"/> of each request with what was sent and what came back. Belongs next to the
/// transport, inside every handler that waits, authenticates or repeats: each pass through it is one attempt.
/// </summary>
/// <remarks>
/// It also gives every write a body, if an empty one: a request without content is resent by .NET itself when a pooled
/// connection breaks, so that a write could happen twice unseen. And it takes the challenge out of a 401, which would
/// make Kiota's adapter send the request again behind the back of throttle and retry; the headers in the context
/// still have it. Where no <see cref="BoundedAttemptHandler"/> does, it reads the body of an error, 1 MiB at the most, so that its text
/// is on the exception. A write that got no answer, a 5xx, or a 302 or 303 puts the context in doubt. Holds no state of its own, so one
/// instance serves concurrent requests.
/// </remarks>
public sealed class OperationContextHandler : DelegatingHandler
{
    private readonly string _traceIdHeader;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates the handler.</summary>
    /// <param name="traceIdHeader">The response header in which the API names its trace id, for instance <c>X-Trace-Id</c>.</param>
    /// <param name="timeProvider">Measures durations and reads Retry-After dates; the system's clock by default.</param>
    /// <exception cref="ArgumentException"><paramref name="traceIdHeader"/> is null or empty.</exception>
    public OperationContextHandler(string traceIdHeader, TimeProvider? timeProvider = null)
    {
        if (string.IsNullOrEmpty(traceIdHeader))
        {
            throw new ArgumentException("The trace id header's name is empty.", nameof(traceIdHeader));
        }

        _traceIdHeader = traceIdHeader;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<HttpResponseMessage>(cancellationToken);
        }

        var isWrite = HttpVerb.IsWrite(request.Method.Method);
        if (request.Content is null && isWrite)
        {
            request.Content = new NoContent();
        }

        var context = OperationContext.Of(request);
        return context?.BeforeSending is { } prepare
            ? PrepareAndSendAsync(prepare, request, context, isWrite, cancellationToken)
            : BeginAsync(request, context, isWrite, cancellationToken);
    }

    private async Task<HttpResponseMessage> PrepareAndSendAsync(
        Func<CancellationToken, Task> prepare,
        HttpRequestMessage request,
        OperationContext context,
        bool isWrite,
        CancellationToken cancellationToken)
    {
        await prepare(cancellationToken).ConfigureAwait(false);
        return await BeginAsync(request, context, isWrite, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> BeginAsync(HttpRequestMessage request, OperationContext? context, bool isWrite, CancellationToken cancellationToken)
    {
        context?.BeginAttempt(_timeProvider);
        Task<HttpResponseMessage> sending;
        try
        {
            sending = base.SendAsync(request, cancellationToken);
        }
        catch (Exception exception)
        {
            sending = Task.FromException<HttpResponseMessage>(exception);
        }

        if (sending.Status == TaskStatus.RanToCompletion && !IsBodyToBeKept(sending.Result, context))
        {
            Observe(sending.Result, context, isWrite);
            return sending;
        }

        return FinishAsync(sending, request, context, isWrite, cancellationToken);
    }

    private async Task<HttpResponseMessage> FinishAsync(
        Task<HttpResponseMessage> sending,
        HttpRequestMessage request,
        OperationContext? context,
        bool isWrite,
        CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await sending.ConfigureAwait(false);
        }
        catch (Exception exception) when (isWrite && !TransportFailure.IsBeforeSending(exception))
        {
            context?.Doubt();
            throw;
        }

        Observe(response, context, isWrite);
        if (IsBodyToBeKept(response, context) && response.Content is { } content)
        {
            var body = await ErrorBody.ReadAsync(content, cancellationToken).ConfigureAwait(false);
            context!.Keep(new AnswerBody(request, body));
            response.Content = BufferedBody.InPlaceOf(content, body);
        }

        return response;
    }

    private static bool IsBodyToBeKept(HttpResponseMessage response, OperationContext? context) =>
        context is { KeepsAnswers: false } && !response.IsSuccessStatusCode;

    private void Observe(HttpResponseMessage response, OperationContext? context, bool isWrite)
    {
        context?.Observe(response, _traceIdHeader, _timeProvider);
        if (isWrite && HttpVerb.LeavesDoubt((int)response.StatusCode))
        {
            context?.Doubt();
        }

        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            response.Headers.WwwAuthenticate.Clear();
        }
    }
}
