using System.Globalization;
using System.Text.Json;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using SieSmart.Runtime.DirectJson;

namespace SieSmart.Runtime;

/// <summary>Decides what a failure means from what is known of the call, and words it.</summary>
/// <param name="advice">A sentence that fits a failed call; null for none.</param>
/// <param name="fieldErrors">Takes the field errors out of an error object; null for none.</param>
internal sealed class FailureTranslator(
    Func<OperationContext, string?>? advice,
    Func<IParsable, IReadOnlyList<FieldError>>? fieldErrors)
{
    private const int LongestQuote = 500;

    /// <summary>Whether a failure is that of the API or of the way to it, and not, for instance, of a wrong argument.</summary>
    public static bool CanExplain(Exception exception, OperationContext context) =>
        StatusOf(exception, context) is not null
        || exception is HttpRequestException or IOException or OperationCanceledException or TimeoutException;

    /// <summary>Whether the answer only points elsewhere; 304 doesn't, it answers what the caller asked.</summary>
    public static bool IsRedirect(OperationContext context) =>
        (int?)context.StatusCode is >= 300 and < 400 and not 304;

    /// <summary>Whether the API says that it has done what was asked.</summary>
    public static bool IsSuccess(OperationContext context) => (int?)context.StatusCode is >= 200 and < 300;

    /// <summary>The failure as one of the family.</summary>
    public SieSmartException Translate(Exception exception, RequestInformation requestInfo, OperationContext context) =>
        Translate(new Failure(exception, requestInfo, context), Explain(exception.Message));

    /// <summary>The failure of a call that seems to have succeeded, as one of the family.</summary>
    /// <param name="why">What is wrong with the answer.</param>
    /// <param name="requestInfo">The request.</param>
    /// <param name="context">What became of it.</param>
    public SieSmartException Translate(string why, RequestInformation requestInfo, OperationContext context) =>
        Translate(new Failure(null, requestInfo, context), why);

    /// <summary>
    /// A failure that the pipeline itself made, such as a full queue, after an attempt of the same call that is in doubt.
    /// </summary>
    public OutcomeUnknownException Superseded(SieSmartException exception, RequestInformation requestInfo, OperationContext context) =>
        Unknown(
            new Failure(exception, requestInfo, context),
            exception.ResponseStatusCode,
            $"an attempt of it got no usable answer, and another one could not be made ({Explain(exception.Message)})");

    /// <summary>The failure of a response that should have a body and has none.</summary>
    public static ResponseUnreadableException MissingBody(OperationContext context, RequestInformation requestInfo) =>
        Applied(new Failure(null, requestInfo, context), "the answer has no body");

    /// <summary>The failure of a response that should have a body and has none, where only the context of the request is at hand.</summary>
    public static ResponseUnreadableException MissingBody(OperationContext context) =>
        MissingBody(context, new RequestInformation
        {
            HttpMethod = Enum.TryParse<Method>(context.Operation?.Method, ignoreCase: true, out var method) ? method : Method.GET,
            UrlTemplate = context.Operation?.PathTemplate,
        });

    private static int? StatusOf(Exception? exception, OperationContext context) =>
        (int?)context.StatusCode ?? (exception is ApiException { ResponseStatusCode: > 0 } answered ? answered.ResponseStatusCode : null);

    private SieSmartException Translate(Failure failure, string why)
    {
        var status = StatusOf(failure.Exception, failure.Context);
        return status switch
        {
            null => WithoutAnswer(failure),
            >= 200 and < 300 => Unreadable(failure, why),
            _ => Answered(failure, status.Value),
        };
    }

    private SieSmartException WithoutAnswer(Failure failure)
    {
        var exception = failure.Exception!;
        var isTimeout = exception is OperationCanceledException or TimeoutException;
        var limit = exception is TimeoutException ? $" ({Explain(exception.Message)})" : string.Empty;

        // HttpRequestException comes from the transport alone; a timeout may also strike while a request waits for its turn.
        var wasSent = isTimeout ? failure.Context.Attempts > 0 : !TransportFailure.IsBeforeSending(exception);
        if (failure.IsWrite && (failure.Context.IsInDoubt || wasSent))
        {
            return Unknown(failure, 0, isTimeout ? $"no answer came within the time limit{limit}" : $"the connection broke before an answer came ({Explain(exception.Message)})");
        }

        if (!wasSent)
        {
            var why = isTimeout ? $"the time limit passed{limit}" : $"no connection could be made ({Explain(exception.Message)})";
            return With(failure, 0, message => new ServiceUnavailableException(message, exception), $"{failure.Name} was not sent: {why}. Check the base address and the network, then send it again.");
        }

        var what = isTimeout ? $"no answer came within the time limit{limit}" : $"the connection broke before an answer came ({Explain(exception.Message)})";
        return With(failure, 0, message => new ServiceUnavailableException(message, exception), $"{failure.Name} failed: {what}. Nothing was changed; send it again.");
    }

    private SieSmartException Unreadable(Failure failure, string why) =>
        failure is { IsWrite: true, IsAnsweredByApi: false }
            ? Unknown(failure, (int?)failure.Context.StatusCode ?? 0, $"the answer is not one of the API's (content type: {failure.ContentType}), as if a proxy had answered in its place")
            : Applied(failure, why);

    private static ResponseUnreadableException Applied(Failure failure, string why)
    {
        var effect = failure.IsWrite
            ? $"The write was applied: don't send it again, read the resource{failure.ScopeHint}."
            : "Check that the base address is that of the API and no proxy answers in its place.";
        return With(
            failure,
            (int?)failure.Context.StatusCode ?? 0,
            message => new ResponseUnreadableException(message, failure.Exception, jsonPath: (failure.Exception as JsonException)?.Path, expectedType: (failure.Exception as UnreadableJsonException)?.Expected),
            $"{failure.Name} succeeded, but its answer can't be read (content type: {failure.ContentType}; {why}). {effect}");
    }

    /// <summary>Whatever the last answer was: a write may have been applied.</summary>
    private OutcomeUnknownException Unknown(Failure failure, int status, string what) =>
        With(
            failure,
            status,
            message => new OutcomeUnknownException(message, failure.Exception),
            $"The outcome of {failure.Name} is unknown: {what}. It may have been applied. {failure.WhatToCheck}{AdviceFor(failure)}");

    private SieSmartException Answered(Failure failure, int status)
    {
        if (failure.IsWrite && (failure.Context.IsInDoubt || HttpVerb.LeavesDoubt(status)))
        {
            return Unknown(failure, status, WhyUnknown(status, failure.Context.Attempts) + Quote(failure.Error));
        }

        var inner = failure.Exception;
        string Say(string meaning) => $"{Name(status)}: {failure.Name}: {meaning}{Quote(failure.Error)}{AdviceFor(failure)}";
        return status switch
        {
            401 => With(failure, status, message => new AuthenticationFailedException(message, inner), Say("the access token was rejected. Check that the credentials belong to this environment and are still valid.")),
            403 => With(failure, status, message => new AccessDeniedException(message, inner), Say("these credentials don't allow the operation. Ask the API's operator for the right, or use other credentials.")),
            404 => With(failure, status, message => new ResourceNotFoundException(message, inner), Say(NotFound(failure))),
            412 or 428 => With(failure, status, message => new PreconditionFailedException(message, inner), Say(PreconditionFailed(failure))),
            429 => With(failure, status, message => new RateLimitExceededException(message, inner, retryAfter: failure.Context.RetryAfter), Say(RateLimited(failure))),
            502 or 503 or 504 => With(failure, status, message => new ServiceUnavailableException(message, inner), Say("the API can't serve requests now. Nothing was changed; send it again later.")),
            >= 500 => With(failure, status, message => new ServerErrorException(message, inner), Say("the API failed. Nothing was changed; try again later, and quote the trace id to the API's support.")),
            >= 300 and < 400 => With(failure, status, message => new RequestRejectedException(message, inner), Say("the answer is a redirect, which isn't followed so that the access token stays with the configured host. Check the base address.")),
            _ => Rejected(failure, status, Say),
        };
    }

    private static string WhyUnknown(int status, int attempts) => status switch
    {
        >= 500 => $"the API, or a gateway in front of it, answered {Name(status)}",
        302 or 303 => $"it answered {Name(status)}, a redirect that servers also send when they have done what was asked, and that isn't followed",
        412 or 428 => $"it answered {Name(status)}, but an earlier one of {attempts.ToString(CultureInfo.InvariantCulture)} attempts got no usable answer, so the new version may be its own work or somebody else's",
        _ => $"it answered {Name(status)}, but an earlier one of {attempts.ToString(CultureInfo.InvariantCulture)} attempts got no usable answer",
    };

    private string AdviceFor(Failure failure) =>
        advice?.Invoke(failure.Context) is { Length: > 0 } sentence ? $" {sentence}" : string.Empty;

    private RequestRejectedException Rejected(Failure failure, int status, Func<string, string> say)
    {
        var found = failure.Error is { } error && fieldErrors is { } read ? read(error) : [];
        var fields = found.Count == 0
            ? "Correct the request; sending it unchanged fails again."
            : $"Correct these fields: {string.Join("; ", found.Select(field => $"{field.Field}: {field.Message.TrimEnd('.')}"))}.";
        return With(
            failure,
            status,
            message => new RequestRejectedException(message, failure.Exception, fieldErrors: found),
            say($"the API refused the request. {fields}"));
    }

    private static string NotFound(Failure failure) =>
        failure.Context.Operation is { IsPathInferred: true } operation
            ? $"there is no such resource. The path {operation.PathTemplate} is inferred, not documented by the vendor: if the resource does exist, the path in the OpenAPI document is wrong."
            : "there is no such resource, or these credentials don't see it. Check the ids.";

    private static string PreconditionFailed(Failure failure)
    {
        var sent = failure.Context.SentETag;
        if (!sent.IsMissing && failure.Status == 428)
        {
            return $"the API says that the precondition did not arrive, although If-Match {sent} was sent. Nothing was changed. See whether something on the way, such as a proxy, removes the header; then send the request again.";
        }

        if (sent.IsMissing)
        {
            return $"the request named no version of the resource. Send an If-Match header with {OperationContext.WhereFrom(failure.Context.Operation)}.";
        }

        var resource = failure.Context.VersionScope ?? "the resource";
        return $"{resource} was changed after version {sent} was read, and nothing was overwritten. Read it again{failure.ScopeHint}, apply your change to the new version and send it with the new ETag.";
    }

    private static string RateLimited(Failure failure) =>
        failure.Context.RetryAfter is { } wait
            ? $"the rate limit is used up. Wait {wait.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s, then send it again."
            : "the rate limit is used up. Wait until fewer requests were sent in the last minute, then send it again.";

    private static TException With<TException>(Failure failure, int status, Func<string, TException> create, string message)
        where TException : SieSmartException
    {
        var context = failure.Context;
        var exception = create(context.TraceId is { } traceId ? $"{message} Trace id {traceId}." : message);
        exception.ResponseStatusCode = status;
        exception.Complete(context, failure.Error);
        return exception;
    }

    private static string Quote(IParsable? error) =>
        error is ApiException { Message: { Length: > 0 } message } && !message.StartsWith("Exception of type", StringComparison.Ordinal)
            ? $" The API says: \"{Explain(message)}\"."
            : string.Empty;

    private static string Explain(string message)
    {
        var text = message.Trim().TrimEnd('.');
        return text.Length <= LongestQuote ? text : $"{text.Substring(0, LongestQuote)}…";
    }

    private static string Name(int status)
    {
        var code = status.ToString(CultureInfo.InvariantCulture);
        return ReasonPhrase(status) is { } phrase ? $"{code} {phrase}" : code;
    }

    private static string? ReasonPhrase(int status) => status switch
    {
        302 => "Found",
        303 => "See Other",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        412 => "Precondition Failed",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        _ => null,
    };

    /// <summary>What is known of a failed call.</summary>
    private sealed class Failure(Exception? exception, RequestInformation requestInfo, OperationContext context)
    {
        public Exception? Exception => exception;

        public OperationContext Context => context;

        public IParsable? Error => exception as IParsable;

        public int? Status => StatusOf(exception, context);

        public bool IsWrite { get; } = HttpVerb.IsWrite(requestInfo.HttpMethod.ToString());

        /// <summary>The operation, or what can be said of a request built by hand without quoting its arguments.</summary>
        public string Name { get; } = context.Operation?.ToString() ?? $"{requestInfo.HttpMethod} {PathOf(requestInfo.UrlTemplate)}";

        public string ScopeHint => context.VersionScope is { } scope ? $" (GET {scope})" : string.Empty;

        public string WhatToCheck => context.VersionScope is null
            ? "Find out whether it was before you send it again."
            : $"Read the resource again{ScopeHint} before you send anything else.";

        public string ContentType =>
            context.ResponseHeaders.TryGetValue("Content-Type", out var values) && values.Count > 0 ? values[0] : "none";

        /// <summary>A proxy's page has neither a trace id nor the API's own format.</summary>
        public bool IsAnsweredByApi => context.TraceId is not null || !MediaRange.IsHtml(ContentType);

        private static string PathOf(string? urlTemplate)
        {
            var path = (urlTemplate ?? string.Empty).Replace("{+baseurl}", string.Empty);
            var query = path.IndexOf("{?", StringComparison.Ordinal);
            return query < 0 ? path : path.Substring(0, query);
        }
    }
}
