namespace SieSmart.Runtime;

/// <summary>The addressed resource doesn't exist, or not for these credentials (404).</summary>
public sealed class ResourceNotFoundException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ResourceNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
