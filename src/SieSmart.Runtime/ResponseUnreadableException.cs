namespace SieSmart.Runtime;

/// <summary>The API answered with success, but the answer's body can't be read. A write was applied.</summary>
public sealed class ResponseUnreadableException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ResponseUnreadableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
