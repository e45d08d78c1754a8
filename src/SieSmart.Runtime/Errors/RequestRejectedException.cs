using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime;

/// <summary>The API refused the request as it is (400, 409, 415, 422 and other 4xx, or a redirect, which is never followed).</summary>
public sealed class RequestRejectedException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    /// <param name="operation">The operation that failed.</param>
    /// <param name="sentETag">The ETag that the request carried.</param>
    /// <param name="traceId">The API's id of the request.</param>
    /// <param name="error">The error that the API described.</param>
    /// <param name="fieldErrors">What is wrong with which field.</param>
    public RequestRejectedException(
        string message,
        Exception? innerException = null,
        OperationDescription? operation = null,
        ETag sentETag = default,
        string? traceId = null,
        IParsable? error = null,
        IReadOnlyList<FieldError>? fieldErrors = null)
        : base(message, innerException, operation, sentETag, traceId, error) =>
        FieldErrors = fieldErrors ?? [];

    /// <summary>What is wrong with which field of the request; empty if the API doesn't say.</summary>
    public IReadOnlyList<FieldError> FieldErrors { get; }
}
