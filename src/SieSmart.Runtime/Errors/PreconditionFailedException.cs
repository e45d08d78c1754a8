using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime;

/// <summary>The resource has another version than the ETag names, so nothing was changed (412), or the request named none (428).</summary>
public sealed class PreconditionFailedException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    /// <param name="operation">The operation that failed.</param>
    /// <param name="sentETag">The ETag that the request carried.</param>
    /// <param name="traceId">The API's id of the request.</param>
    /// <param name="error">The error that the API described.</param>
    public PreconditionFailedException(
        string message,
        Exception? innerException = null,
        OperationDescription? operation = null,
        ETag sentETag = default,
        string? traceId = null,
        IParsable? error = null)
        : base(message, innerException, operation, sentETag, traceId, error)
    {
    }
}
