namespace SieSmart.Runtime;

/// <summary>No access token could be had, or the API rejected the one that was sent (401).</summary>
public sealed class AuthenticationFailedException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public AuthenticationFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
