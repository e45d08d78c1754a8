namespace SieSmart.Runtime;

/// <summary>The resource has another version than the ETag names, so nothing was changed (412), or the request named none (428).</summary>
public sealed class PreconditionFailedException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public PreconditionFailedException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
