using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime;

/// <summary>A call failed; the derived types say how, and every message says what to do.</summary>
/// <remarks>
/// <see cref="ApiException.ResponseStatusCode"/> is 0 where no response arrived. Credentials, tokens and request bodies
/// are never part of an exception. The constructors and <c>init</c> accessors are public so that tests can make one.
/// </remarks>
public abstract class SieSmartException : ApiException
{
    private OperationDescription? _operation;
    private ETag _sentETag;
    private IParsable? _error;
    private string? _traceId;

    private protected SieSmartException(string message, Exception? innerException)
        : base(message, innerException!)
    {
    }

    /// <summary>The id under which the API keeps the request in its logs, if it named one; quote it to the API's support.</summary>
    public string? TraceId
    {
        get => _traceId;
        init => _traceId = value;
    }

    /// <summary>The operation that failed; null for a request that was built by hand.</summary>
    public OperationDescription? Operation
    {
        get => _operation;
        init => _operation = value;
    }

    /// <summary>The ETag that the request carried as If-Match; missing if it carried none.</summary>
    public ETag SentETag
    {
        get => _sentETag;
        init => _sentETag = value;
    }

    /// <summary>The error that the API described in the response's body, if it could be read.</summary>
    public IParsable? Error
    {
        get => _error;
        init => _error = value;
    }

    /// <summary>Adds what the thrower couldn't know: handlers see a request, the adapter sees the operation.</summary>
    internal void Complete(OperationContext context, IParsable? error = null)
    {
        _error ??= error;
        _operation ??= context.Operation;
        _traceId ??= context.TraceId;
        if (_sentETag.IsMissing)
        {
            _sentETag = context.SentETag;
        }

        foreach (var header in context.ResponseHeaders)
        {
            ResponseHeaders[header.Key] = header.Value;
        }
    }
}
