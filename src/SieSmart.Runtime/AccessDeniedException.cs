namespace SieSmart.Runtime;

/// <summary>The credentials are good, but don't allow the operation (403).</summary>
public sealed class AccessDeniedException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public AccessDeniedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
