namespace SieSmart.Runtime;

/// <summary>
/// Too many requests: the API refused one (429), or it was never sent because too many wait for their turn already
/// (<see cref="Microsoft.Kiota.Abstractions.ApiException.ResponseStatusCode"/> is 0).
/// </summary>
public sealed class RateLimitExceededException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public RateLimitExceededException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>How long to wait before another request, if it is known.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
