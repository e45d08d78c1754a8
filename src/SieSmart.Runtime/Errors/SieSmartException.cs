using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using SieSmart.Runtime.Sending;

namespace SieSmart.Runtime;

/// <summary>A call failed; the derived types say how, and every message says what to do.</summary>
/// <remarks>
/// <see cref="ApiException.ResponseStatusCode"/> is 0 where no response arrived. Credentials, tokens and request bodies
/// are never part of an exception. The constructors are public so that tests can make one.
/// </remarks>
public abstract class SieSmartException : ApiException
{
    private protected SieSmartException(
        string message,
        Exception? innerException,
        OperationDescription? operation,
        ETag sentETag,
        string? traceId,
        IParsable? error)
        : base(message, innerException!)
    {
        Operation = operation;
        SentETag = sentETag;
        TraceId = traceId;
        Error = error;
    }

    /// <summary>The id under which the API keeps the request in its logs, if it named one; quote it to the API's support.</summary>
    public string? TraceId { get; private set; }

    /// <summary>The operation that failed; null for a request that was built by hand.</summary>
    public OperationDescription? Operation { get; private set; }

    /// <summary>The ETag that the request carried as If-Match; missing if it carried none.</summary>
    public ETag SentETag { get; private set; }

    /// <summary>The error that the API described in the response's body, if it could be read.</summary>
    public IParsable? Error { get; private set; }

    /// <summary>How long to wait before another request, if that is known: from the Retry-After header of the response or of the token endpoint's, or by the client's own count.</summary>
    public TimeSpan? RetryAfter { get; private protected set; }

    /// <summary>
    /// The beginning of the response's body, at most 500 characters, where no <see cref="Error"/> could be made of it: an HTML page
    /// or plain text, as proxies send, an error that the document doesn't describe, or an answer that can't be read. Secrets that
    /// the request carried are masked. Else null, as for files. Not part of the message.
    /// </summary>
    public string? ResponseExcerpt { get; private set; }

    /// <summary>Adds what the thrower couldn't know: handlers see a request, the adapter sees the operation.</summary>
    internal void Complete(OperationContext context, IParsable? error = null)
    {
        Error ??= error;
        Operation ??= context.Operation;
        TraceId ??= context.TraceId;
        ResponseExcerpt ??= context.ResponseExcerpt ?? (Error is null ? context.ExcerptOfAnswer() : null);
        RetryAfter ??= context.RetryAfter;
        if (SentETag.IsMissing)
        {
            SentETag = context.SentETag;
        }

        if (ResponseHeaders.Count == 0)
        {
            ResponseHeaders = new DeferredHeaders(Pairs(context.ResponseHeaders));
            return;
        }

        foreach (var header in context.ResponseHeaders)
        {
            ResponseHeaders[header.Key] = header.Value;
        }
    }

    private static IEnumerable<KeyValuePair<string, IEnumerable<string>>> Pairs(IReadOnlyDictionary<string, IReadOnlyList<string>> headers)
    {
        foreach (var header in headers)
        {
            yield return new(header.Key, header.Value);
        }
    }
}
