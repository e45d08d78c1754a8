using System.Globalization;
using System.Net;
using Microsoft.Kiota.Abstractions;
using SieSmart.Runtime.Sending;

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

    private const int LongestQuote = 100;

    // Kiota's own names: a builder made by WithUrl(…) carries its address under the first.
    private const string RawUrlParameter = "request-raw-url";
    private const string BaseUrlParameter = "baseurl";

    // The name that Kiota gives to options.
    private const string MessageKeyName = "SieSmart.Runtime.OperationContext";

#if NET8_0_OR_GREATER
    private static readonly HttpRequestOptionsKey<OperationContext> MessageKey = new(MessageKeyName);
#endif

    private long? _started;
    private string? _versionScope;
    private IDictionary<string, object>? _pathArguments;
    private bool _isPathUnknown;
    private AnswerBody? _answer;
    private BufferedBody? _lent;

    /// <summary>
    /// Called each time that the request is about to be handed to the transport: behind every wait for a turn or a token, and before
    /// <see cref="Attempts"/> counts it. To note what is sent before it is, for instance. Null (the default) for nothing.
    /// </summary>
    /// <remarks>
    /// The request leaves when its task has ended. What it throws keeps the attempt from leaving; use exceptions of your own, since those of
    /// the network are taken for a connection that did not come about, and the attempt is made again.
    /// </remarks>
    public Func<CancellationToken, Task>? BeforeSending { get; set; }

    /// <summary>The operation; null for a request that was built by hand and is none of <see cref="OperationRequestAdapterOptions.Operations"/>.</summary>
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
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ResponseHeaders { get; private set; } = HeaderSnapshot.Empty;

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

    /// <summary>Whether the last response said something, as far as that is known. Meant for the time before <see cref="EndCall"/>.</summary>
    internal bool WasAnsweredWithValue => _answer?.HasValue ?? (SingleValue("Content-Length") is { } length && !string.Equals(length, "0", StringComparison.Ordinal));

    /// <summary>The ETag header of the last response, if it carried one that is no version, at most 100 characters of it; else null.</summary>
    internal string? UnusableETag =>
        ReceivedETag.IsMissing && ResponseHeaders.TryGetValue("ETag", out var values) && string.Join(", ", values) is { Length: > 0 } value && HeaderText.Of(value) is var text
            ? text.Length <= LongestQuote ? text : $"{text.Substring(0, LongestQuote)}…"
            : null;

    /// <summary>Whether generated code said which operation the coming call is.</summary>
    internal bool IsAttached { get; private set; }

    internal bool WasObserved => StatusCode is not null;

    /// <summary>The version scope with the arguments of the call in it: <c>/proposals/42</c>.</summary>
    /// <remarks>Put together when it is asked for: only a failure tells of it.</remarks>
    internal string? VersionScope
    {
        get
        {
            if (_versionScope is null && _pathArguments is { } arguments && Operation?.VersionScope is { } scope)
            {
                _versionScope = FillIn(scope, arguments);
            }

            return _versionScope;
        }
    }

    /// <summary>The context of the call that a message belongs to, for handlers.</summary>
    /// <param name="request">The message, or a copy of it that has its options.</param>
    /// <returns>The context; null of a message that no request builder made.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public static OperationContext? Of(HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return (request as CallMessage)?.Find<OperationContext>() is { } own ? own
#if NET8_0_OR_GREATER
            : request.Options.TryGetValue(MessageKey, out var context) ? context
#else
            : request.Properties.TryGetValue(MessageKeyName, out var context) ? context as OperationContext
#endif
            : null;
    }

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
        RefuseMissing(operation, ifMatch);
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

    /// <summary>Says which operation a call is whose request somebody else's code makes. Called by generated code.</summary>
    /// <typeparam name="TQueryParameters">The class of its query parameters.</typeparam>
    /// <param name="configuration">What the request will be configured with, after the caller configured it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The caller's own context if the options hold one, else a new one.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static OperationContext Attach<TQueryParameters>(RequestConfiguration<TQueryParameters> configuration, OperationDescription operation)
        where TQueryParameters : class, new() =>
        AttachCore(configuration, operation, default);

    /// <summary>
    /// Says which operation a call is whose request somebody else's code makes, and which version of the resource it changes. Called by
    /// generated code.
    /// </summary>
    /// <typeparam name="TQueryParameters">The class of its query parameters.</typeparam>
    /// <param name="configuration">What the request will be configured with, after the caller configured it.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ifMatch">The version that the caller saw; sent as the one value of If-Match.</param>
    /// <returns>The caller's own context if the options hold one, else a new one.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="ifMatch"/> is missing.</exception>
    /// <exception cref="InvalidOperationException">The configuration holds an If-Match header with another value.</exception>
    public static OperationContext Attach<TQueryParameters>(RequestConfiguration<TQueryParameters> configuration, OperationDescription operation, ETag ifMatch)
        where TQueryParameters : class, new()
    {
        RefuseMissing(operation, ifMatch);
        return AttachCore(configuration, operation, ifMatch);
    }

    /// <summary>
    /// Says which operation a call is whose request somebody else's code makes, for one that takes an If-Match header but doesn't need it.
    /// Called by generated code.
    /// </summary>
    /// <typeparam name="TQueryParameters">The class of its query parameters.</typeparam>
    /// <param name="configuration">What the request will be configured with, after the caller configured it.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="ifMatch">The version that the caller saw; null sends no If-Match.</param>
    /// <returns>The caller's own context if the options hold one, else a new one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="configuration"/> or <paramref name="operation"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="ifMatch"/> is given but missing.</exception>
    /// <exception cref="InvalidOperationException">The configuration holds an If-Match header with another value.</exception>
    public static OperationContext Attach<TQueryParameters>(RequestConfiguration<TQueryParameters> configuration, OperationDescription operation, ETag? ifMatch)
        where TQueryParameters : class, new() =>
        ifMatch is { } etag ? Attach(configuration, operation, etag) : AttachCore(configuration, operation, default);

    /// <summary>
    /// Notes what a request was answered with, for an adapter that sends it by another way than through an <see cref="OperationContextHandler"/>:
    /// a mock of <see cref="IRequestAdapter"/> in a test, or one of your own. Versioned results take their ETag and trace id from here.
    /// </summary>
    /// <param name="requestInfo">The request that the adapter was given.</param>
    /// <param name="etag">The ETag of the answer; <c>default</c> if it carries none.</param>
    /// <param name="traceId">The API's trace id; null if it names none.</param>
    /// <param name="responseHeaders">The headers of the answer; by default the ETag alone, or none.</param>
    /// <param name="statusCode">The status of the answer; 200 by default.</param>
    /// <param name="retryAfter">How long the API asks to be left alone, zero or more; null (the default) if it doesn't.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestInfo"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retryAfter"/> is less than zero.</exception>
    /// <exception cref="ArgumentException"><paramref name="etag"/> is <c>*</c>, which is no version.</exception>
    /// <remarks>Counts as an attempt. Call it for each attempt, and before the exception that a failing status becomes.</remarks>
    /// <example>
    /// <code>
    /// adapter.SendAsync(default!, default(ParsableFactory&lt;Order&gt;)!).ReturnsForAnyArgs(call =&gt;
    /// {
    ///     OperationContext.NoteAnswer(call.Arg&lt;RequestInformation&gt;(), ETag.Parse("v1"));
    ///     return new Order { Label = "Paper" };
    /// });
    /// </code>
    /// </example>
    public static void NoteAnswer(
        RequestInformation requestInfo,
        ETag etag = default,
        string? traceId = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? responseHeaders = null,
        HttpStatusCode statusCode = HttpStatusCode.OK,
        TimeSpan? retryAfter = null)
    {
        ArgumentNullException.ThrowIfNull(requestInfo);
        if (retryAfter < TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(retryAfter), retryAfter, "An API can't ask for less than no wait. Give zero or more, or null for none.");
        }

        if (etag.IsAny)
        {
            throw new ArgumentException("The ETag of an answer is '*', which is no version: sent back it would overwrite any. Give that of a version, or default for none.", nameof(etag));
        }

        var context = Of(requestInfo);
        context.ForgetResponse();
        context.Attempts++;
        context.StatusCode = statusCode;
        context.ReceivedETag = etag;
        context.TraceId = traceId;
        context.RetryAfter = retryAfter;
        context.ResponseHeaders = responseHeaders ?? HeaderSnapshot.Of(etag);
        if (HttpVerb.IsWrite(requestInfo.HttpMethod.ToString()) && HttpVerb.LeavesDoubt((int)statusCode))
        {
            context.Doubt();
        }
    }

    /// <summary>The context of a request, added if it has none.</summary>
    internal static OperationContext Of(RequestInformation requestInfo)
    {
        if (CallOptions.Find<OperationContext>(requestInfo) is { } existing)
        {
            return existing;
        }

        var context = new OperationContext();
        requestInfo.AddRequestOptions(new IRequestOption[] { context });
        return context;
    }

    /// <summary>Forgets the outcome of an earlier call, notes what is sent and starts the clock.</summary>
    internal void BeginCall(RequestInformation requestInfo, TimeProvider timeProvider)
    {
        if (_isPathUnknown)
        {
            TakePath(requestInfo);
        }

        ForgetOutcome();
        SentETag = OwnIfMatch(requestInfo.Headers);
        _started = timeProvider.GetTimestamp();
        IsInCall = true;
        KeepsAnswers = false;
    }

    /// <summary>Says which operation a call is that nobody attached this to.</summary>
    internal void Recognise(OperationDescription operation)
    {
        Operation = operation;
        _isPathUnknown = true;
    }

    /// <summary>Ends what began with <see cref="BeginCall"/>: whoever keeps the context doesn't keep the answer.</summary>
    internal void EndCall()
    {
        IsInCall = false;
        IsAttached = false;
        _answer = null;
        var lent = _lent;
        _lent = null;
        lent?.GiveBack();
    }

    /// <summary>Whether the call is under way, and will be ended by <see cref="EndCall"/>.</summary>
    internal bool IsInCall { get; private set; }

    /// <summary>Whether a handler on the way keeps the bodies of answers.</summary>
    internal bool KeepsAnswers { get; set; }

    /// <summary>Holds the body of the last response, until the call has ended.</summary>
    /// <param name="answer">The body.</param>
    /// <param name="lent">What holds it and wants it back then; null for nothing.</param>
    internal void Keep(AnswerBody answer, BufferedBody? lent = null)
    {
        if (IsInCall)
        {
            _answer = answer;
            _lent = lent;
        }
    }

    /// <summary>The beginning of the last response's body, if it is a text and the call hasn't ended.</summary>
    internal string? ExcerptOfAnswer() => _answer?.Excerpt(ContentType);

    /// <summary>The one Content-Type of the last response; null if it has none, or more.</summary>
    internal string? ContentType => SingleValue("Content-Type");

    internal void BeginAttempt(TimeProvider timeProvider)
    {
        _started ??= timeProvider.GetTimestamp();
        ForgetResponse();
        Attempts++;
    }

    /// <summary>Notes that what the current attempt did on the server can't be known.</summary>
    internal void Doubt() => IsInDoubt = true;

    internal void Observe(HttpResponseMessage response, string traceIdHeader, TimeProvider timeProvider)
    {
        StatusCode = response.StatusCode;
        ResponseHeaders = HeaderSnapshot.Of(response);
        // As a version a * would overwrite whatever is there.
        ReceivedETag = SingleValue("ETag") is { } value && ETag.TryParse(value, out var etag) && !etag.IsAny ? etag : default;
        TraceId = SingleValue(traceIdHeader);
        RetryAfter = RetryAfterHeader.Read(response, timeProvider);
        if (!IsInCall)
        {
            // Nobody will say when the call has ended.
            StopClock(timeProvider);
        }
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

    private static void RefuseMissing(OperationDescription operation, ETag ifMatch)
    {
        ArgumentNullException.ThrowIfNull(operation);
        if (ifMatch.IsMissing)
        {
            throw new ArgumentException(
                $"{operation} was not sent: its ETag is missing (it is default(ETag)). Pass the ETag of the version that you saw: {WhereFrom(operation)}.",
                nameof(ifMatch));
        }
    }

    private static OperationContext AttachCore(RequestInformation requestInfo, OperationDescription operation, ETag ifMatch)
    {
        ArgumentNullException.ThrowIfNull(requestInfo);
        ArgumentNullException.ThrowIfNull(operation);
        RefuseArgumentsThatChangeTheRoute(requestInfo, operation);
        var sent = SetIfMatch(requestInfo.Headers, operation, ifMatch);

        var context = Of(requestInfo);
        context.Become(operation, sent);
        context._isPathUnknown = false;
        context._pathArguments = requestInfo.PathParameters;
        return context;
    }

    private static OperationContext AttachCore<TQueryParameters>(RequestConfiguration<TQueryParameters> configuration, OperationDescription operation, ETag ifMatch)
        where TQueryParameters : class, new()
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(operation);
        var sent = SetIfMatch(configuration.Headers, operation, ifMatch);

        var context = configuration.Options.OfType<OperationContext>().LastOrDefault();
        if (context is null)
        {
            context = new OperationContext();
            configuration.Options.Add(context);
        }

        context.Become(operation, sent);
        context._isPathUnknown = true;
        return context;
    }

    private void Become(OperationDescription operation, ETag sent)
    {
        ForgetOutcome();
        Operation = operation;
        IsAttached = true;
        SentETag = sent;
        _versionScope = null;
        _pathArguments = null;
    }

    private void TakePath(RequestInformation requestInfo)
    {
        _isPathUnknown = false;
        if (Operation is { } operation)
        {
            RefuseArgumentsThatChangeTheRoute(requestInfo, operation);
            _versionScope = null;
            _pathArguments = requestInfo.PathParameters;
        }
    }

    /// <summary>A message that names the resource is easier to act on than one with a template.</summary>
    private static string FillIn(string template, IDictionary<string, object> arguments)
    {
        var path = template;
        foreach (var argument in arguments)
        {
            var place = $"{{{Uri.UnescapeDataString(argument.Key)}}}";
            if (path.Contains(place))
            {
                path = path.Replace(place, PathTextOf(argument.Value));
            }
        }

        return path;
    }

    private static string PathTextOf(object? value) => value switch
    {
        string text => Uri.EscapeDataString(text),
        Array items => string.Join(",", items.Cast<object?>().Select(PathTextOf)),
        _ => Uri.EscapeDataString(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty),
    };

    private static void RefuseArgumentsThatChangeTheRoute(RequestInformation requestInfo, OperationDescription operation)
    {
        if (requestInfo.PathParameters.ContainsKey(RawUrlParameter))
        {
            return;
        }

        // Kiota's builders carry this kind of dictionary, which is gone through without an object for it.
        if (requestInfo.PathParameters is Dictionary<string, object> parameters)
        {
            foreach (var parameter in parameters)
            {
                if (ChangesTheRoute(parameter))
                {
                    throw new ArgumentException(WhyNotSent(parameter, operation), nameof(requestInfo));
                }
            }
        }
        else
        {
            foreach (var parameter in requestInfo.PathParameters)
            {
                if (ChangesTheRoute(parameter))
                {
                    throw new ArgumentException(WhyNotSent(parameter, operation), nameof(requestInfo));
                }
            }
        }
    }

    private static object? ArgumentOf(KeyValuePair<string, object> parameter) =>
        parameter.Value is Array { Length: 1 } list ? list.GetValue(0) : parameter.Value;

    private static bool ChangesTheRoute(KeyValuePair<string, object> parameter) =>
        ArgumentOf(parameter) is null or "" or "." or ".." or Array { Length: 0 }
        && !string.Equals(parameter.Key, BaseUrlParameter, StringComparison.OrdinalIgnoreCase);

    private static string WhyNotSent(KeyValuePair<string, object> parameter, OperationDescription operation)
    {
        var name = Uri.UnescapeDataString(parameter.Key);
        var value = ArgumentOf(parameter) is string { Length: > 0 } dots ? $"'{dots}'" : "empty";
        return $"{operation} was not sent: its path argument '{name}' is {value}, which would address another resource. Pass the id of an existing resource.";
    }

    /// <summary>The version that a caller's own header names; missing if there is none, or more than one.</summary>
    private static ETag OwnIfMatch(RequestHeaders headers) =>
        headers.TryGetValue(IfMatchHeader, out var values) && RequestHeader.SingleValue(values) is { } value && ETag.TryParse(value, out var own) ? own : default;

    private static bool HasOtherIfMatch(RequestHeaders headers, ETag ifMatch)
    {
        if (headers.TryGetValue(IfMatchHeader, out var values))
        {
            foreach (var value in values)
            {
                if (!string.Equals(value, ifMatch.ToString(), StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ETag SetIfMatch(RequestHeaders headers, OperationDescription operation, ETag ifMatch)
    {
        if (ifMatch.IsMissing)
        {
            return OwnIfMatch(headers);
        }

        if (HasOtherIfMatch(headers, ifMatch))
        {
            throw new InvalidOperationException(
                $"{operation} was not sent: the request configuration sets an If-Match header that differs from the ETag argument '{ifMatch}', and an API accepts a write if either matches. Remove the header; the argument is sent as If-Match.");
        }

        headers.TryAdd(IfMatchHeader, ifMatch.ToString());
        return ifMatch;
    }

    private string? SingleValue(string header) => HeaderSnapshot.SingleValue(ResponseHeaders, header);

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
        _answer = null;
        _lent = null;
        ResponseHeaders = HeaderSnapshot.Empty;
    }
}
