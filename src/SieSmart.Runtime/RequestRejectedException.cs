namespace SieSmart.Runtime;

/// <summary>The API refused the request as it is (400, 409, 415, 422 and other 4xx, or a redirect, which is never followed).</summary>
public sealed class RequestRejectedException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public RequestRejectedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>What is wrong with which field of the request; empty if the API doesn't say.</summary>
    public IReadOnlyList<FieldError> FieldErrors { get; init; } = [];
}
