using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime;

/// <summary>A write was sent and the connection broke, or time ran out, before its answer came: it may or may not have been applied.</summary>
public sealed class OutcomeUnknownException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    /// <param name="operation">The operation that failed.</param>
    /// <param name="sentETag">The ETag that the request carried.</param>
    /// <param name="traceId">The API's id of the request.</param>
    /// <param name="error">The error that the API described.</param>
    public OutcomeUnknownException(
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
