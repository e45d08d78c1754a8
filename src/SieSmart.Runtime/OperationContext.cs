using System.Globalization;
using System.Net;
using Microsoft.Kiota.Abstractions;

namespace SieSmart.Runtime;

/// <summary>
/// What one call of an operation is, and what became of it: its description and the ETag that it sent, then
/// attempts, status, ETag and trace id of the response.
/// </summary>
/// <remarks>
/// Generated code attaches one to every request. To read the outcome where a result has no place for it, add your own
/// to the options of the request configuration:
/// <code>
/// var context = new OperationContext();
/// await client.Proposals[id].GetAsync(request =&gt; request.Options.Add(context));
/// logger.LogInformation("Trace id {TraceId}", context.TraceId);
/// </code>
/// A context may be used again for a later call, which replaces what it held. It isn't thread-safe: read it when the
/// call has ended, and give concurrent calls a context each.
/// </remarks>
public sealed class OperationContext : IRequestOption
{
    internal const string IfMatchHeader = "If-Match";

    // Kiota's own names: a builder made by WithUrl(…) carries its address under the first.
    private const string RawUrlParameter = "request-raw-url";
    private const string BaseUrlParameter = "baseurl";

    private long? _started;

    /// <summary>The operation; null for a request that was built by hand.</summary>
    public OperationDescription? Operation { get; private set; }

    /// <summary>The ETag that was sent as If-Match; missing if none was.</summary>
    public ETag SentETag { get; private set; }

    /// <summary>How often the request was handed to the transport; 0 means that nothing was sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>The status of the last response; null if none arrived.</summary>
    public HttpStatusCode? StatusCode { get; private set; }

    /// <summary>The ETag of the last response; missing if it carried none, or none that can be sent back.</summary>
    public ETag ReceivedETag { get; private set; }

    /// <summary>The id under which the API keeps the last request in its logs; quote it to the API's support.</summary>
    public string? TraceId { get; private set; }

    /// <summary>The headers of the last response and of its body, each value as it came; names in any case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ResponseHeaders { get; private set; } = ResponseHeaderSnapshot.Empty;

    /// <summary>
    /// How long the last response asks to wait before another request, from its Retry-After header in seconds or as a
    /// date; null if it doesn't say. Never negative.
    /// </summary>
    public TimeSpan? RetryAfter { get; private set; }

    /// <summary>From the call to the end of reading its response, waits and all attempts included; null before.</summary>
    public TimeSpan? Elapsed { get; private set; }

    /// <summary>
    /// Whether an attempt of this call may have changed something although its answer was lost or was a server's failure
    /// (5xx). Stays so for the whole call: a later answer such as 412 may be due to the attempt in doubt. Never true of a read.
    /// </summary>
    public bool IsInDoubt { get; private set; }

    /// <summary>
    /// The beginning of the last response's body, at most 500 characters, if it was an HTML page or plain text in place of
    /// what the API answers, as proxies send; else null.
    /// </summary>
    public string? ResponseExcerpt { get; internal set; }

    internal bool WasObserved => StatusCode is not null;

    /// <summary>The version scope with the arguments of the call in it: <c>/proposals/42</c>.</summary>
    internal string? VersionScope { get; private set; }

    /// <summary>Says which operation a request is. Called by generated code.</summary>
    /// <param name="requestInfo">The request, after its configuration was applied.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The caller's own context if the request's options hold one, else a new one.</returns>
    /// <exception cref="ArgumentException">A path argument is empty, <c>.</c> or <c>..</c>.</exception>
    public static OperationContext Attach(RequestInformation requestInfo, OperationDescription operation) =>
        AttachCore(requestInfo, operation, default);

    /// <summary>Says which operation a request is, and which version of the resource it changes. Called by generated code.</summary>
    /// <param name="requestInfo">The request, after its configuration was applied.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ifMatch">The version that the caller saw; sent as the one value of If-Match.</param>
    /// <returns>The caller's own context if the request's options hold one, else a new one.</returns>
    /// <exception cref="ArgumentException"><paramref name="ifMatch"/> is missing, or a path argument is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="InvalidOperationException">The request configuration holds an If-Match header with another value.</exception>
    public static OperationContext Attach(RequestInformation requestInfo, OperationDescription operation, ETag ifMatch)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (ifMatch.IsMissing)
        {
            throw new ArgumentException(
                $"{operation} was not sent: its ETag is missing (it is default(ETag)). Pass the ETag of the version that you saw: {WhereFrom(operation)}.",
                nameof(ifMatch));
        }

        return AttachCore(requestInfo, operation, ifMatch);
    }

    /// <summary>Says which operation a request is, for one that takes an If-Match header but doesn't need it. Called by generated code.</summary>
    /// <param name="requestInfo">The request, after its configuration was applied.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ifMatch">The version that the caller saw; null sends no If-Match.</param>
    /// <returns>The caller's own context if the request's options hold one, else a new one.</returns>
    /// <exception cref="ArgumentException"><paramref name="ifMatch"/> is given but missing, or a path argument is empty, <c>.</c> or <c>..</c>.</exception>
    /// <exception cref="InvalidOperationException">The request configuration holds an If-Match header with another value.</exception>
    public static OperationContext Attach(RequestInformation requestInfo, OperationDescription operation, ETag? ifMatch) =>
        ifMatch is { } etag ? Attach(requestInfo, operation, etag) : AttachCore(requestInfo, operation, default);

    /// <summary>The context of a request, added if it has none.</summary>
    internal static OperationContext Of(RequestInformation requestInfo)
    {
        if (requestInfo.GetRequestOption<OperationContext>() is { } existing)
        {
            return existing;
        }

        var context = new OperationContext();
        requestInfo.AddRequestOptions([context]);
        return context;
    }

    /// <summary>Forgets the outcome of an earlier call, notes what is sent and starts the clock.</summary>
    internal void BeginCall(RequestInformation requestInfo, long timestamp)
    {
        ForgetOutcome();
        SentETag = IfMatchOf(requestInfo) is { Length: 1 } values && ETag.TryParse(values[0], out var etag) ? etag : default;
        _started = timestamp;
    }

    internal void BeginAttempt(long timestamp)
    {
        _started ??= timestamp;
        ForgetResponse();
        Attempts++;
    }

    /// <summary>Notes that what the current attempt did on the server can't be known.</summary>
    internal void Doubt() => IsInDoubt = true;

    internal void Observe(HttpResponseMessage response, string traceIdHeader, TimeProvider timeProvider)
    {
        StatusCode = response.StatusCode;
        ResponseHeaders = ResponseHeaderSnapshot.Of(response);
        ReceivedETag = SingleValue("ETag") is { } value && ETag.TryParse(value, out var etag) ? etag : default;
        TraceId = SingleValue(traceIdHeader);
        RetryAfter = ReadRetryAfter(response, timeProvider.GetUtcNow());
        StopClock(timeProvider);
    }

    internal void StopClock(TimeProvider timeProvider)
    {
        if (_started is { } started)
        {
            Elapsed = timeProvider.GetElapsedTime(started);
        }
    }

    internal static string WhereFrom(OperationDescription? operation) =>
        operation?.VersionScope is { } scope
            ? $"the ETag of GET {scope}, or of the last write there that returned one"
            : "the ETag of the resource's last GET, or of the last write that returned one";

    private static OperationContext AttachCore(RequestInformation requestInfo, OperationDescription operation, ETag ifMatch)
    {
        ArgumentNullException.ThrowIfNull(requestInfo);
        ArgumentNullException.ThrowIfNull(operation);
        RefuseArgumentsThatChangeTheRoute(requestInfo, operation);
        var sent = SetIfMatch(requestInfo, operation, ifMatch);

        var context = Of(requestInfo);
        context.ForgetOutcome();
        context.Operation = operation;
        context.SentETag = sent;
        context.VersionScope = operation.VersionScope is { } scope ? FillIn(scope, requestInfo.PathParameters) : null;
        return context;
    }

    /// <summary>A message that names the resource is easier to act on than one with a template.</summary>
    private static string FillIn(string template, IDictionary<string, object> arguments)
    {
        var path = template;
        foreach (var argument in arguments)
        {
            var value = Uri.EscapeDataString(Convert.ToString(argument.Value, CultureInfo.InvariantCulture) ?? string.Empty);
            path = path.Replace($"{{{Uri.UnescapeDataString(argument.Key)}}}", value);
        }

        return path;
    }

    private static void RefuseArgumentsThatChangeTheRoute(RequestInformation requestInfo, OperationDescription operation)
    {
        if (requestInfo.PathParameters.ContainsKey(RawUrlParameter))
        {
            return;
        }

        foreach (var parameter in requestInfo.PathParameters)
        {
            if (parameter.Value is null or "" or "." or ".."
                && !string.Equals(parameter.Key, BaseUrlParameter, StringComparison.OrdinalIgnoreCase))
            {
                var name = Uri.UnescapeDataString(parameter.Key);
                var value = parameter.Value is string { Length: > 0 } dots ? $"'{dots}'" : "empty";
                throw new ArgumentException(
                    $"{operation} was not sent: its path argument '{name}' is {value}, which would address another resource. Pass the id of an existing resource.",
                    nameof(requestInfo));
            }
        }
    }

    private static string[] IfMatchOf(RequestInformation requestInfo) =>
        requestInfo.Headers.TryGetValue(IfMatchHeader, out var values) ? [.. values] : [];

    private static ETag SetIfMatch(RequestInformation requestInfo, OperationDescription operation, ETag ifMatch)
    {
        var present = IfMatchOf(requestInfo);
        if (ifMatch.IsMissing)
        {
            return present.Length == 1 && ETag.TryParse(present[0], out var own) ? own : default;
        }

        if (Array.Exists(present, value => !string.Equals(value, ifMatch.ToString(), StringComparison.Ordinal)))
        {
            throw new InvalidOperationException(
                $"{operation} was not sent: the request configuration sets an If-Match header that differs from the ETag argument '{ifMatch}', and an API accepts a write if either matches. Remove the header; the argument is sent as If-Match.");
        }

        requestInfo.Headers.TryAdd(IfMatchHeader, ifMatch.ToString());
        return ifMatch;
    }

    private static TimeSpan? ReadRetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        // The server's own clock, where it tells it, makes the difference right whatever the local clock says.
        var wait = header?.Delta ?? (header?.Date - (response.Headers.Date ?? now));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private string? SingleValue(string header) =>
        ResponseHeaders.TryGetValue(header, out var values) && values.Count == 1 ? values[0] : null;

    private void ForgetOutcome()
    {
        Attempts = 0;
        IsInDoubt = false;
        Elapsed = null;
        _started = null;
        ForgetResponse();
    }

    private void ForgetResponse()
    {
        StatusCode = null;
        ReceivedETag = default;
        TraceId = null;
        RetryAfter = null;
        ResponseExcerpt = null;
        ResponseHeaders = ResponseHeaderSnapshot.Empty;
    }
}
