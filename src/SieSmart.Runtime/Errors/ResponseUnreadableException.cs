using Microsoft.Kiota.Abstractions.Serialization;

namespace SieSmart.Runtime;

/// <summary>The API answered with success, but the answer's body can't be read. A write was applied.</summary>
public sealed class ResponseUnreadableException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    /// <param name="operation">The operation that failed.</param>
    /// <param name="sentETag">The ETag that the request carried.</param>
    /// <param name="traceId">The API's id of the request.</param>
    /// <param name="error">The error that the API described.</param>
    /// <param name="jsonPath">Where the value stands that can't be read.</param>
    /// <param name="expectedType">What should have been there.</param>
    public ResponseUnreadableException(
        string message,
        Exception? innerException = null,
        OperationDescription? operation = null,
        ETag sentETag = default,
        string? traceId = null,
        IParsable? error = null,
        string? jsonPath = null,
        string? expectedType = null)
        : base(message, innerException, operation, sentETag, traceId, error)
    {
        JsonPath = jsonPath;
        ExpectedType = expectedType;
    }

    /// <summary>The path of the value that can't be read, such as <c>$.items[3].price</c>, and <c>$</c> for the whole body; null where none is known.</summary>
    public string? JsonPath { get; }

    /// <summary>What should have been there, in words such as <c>number</c>; null where nothing is known of it.</summary>
    public string? ExpectedType { get; }
}
