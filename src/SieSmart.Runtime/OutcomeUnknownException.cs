namespace SieSmart.Runtime;

/// <summary>A write was sent and the connection broke, or time ran out, before its answer came: it may or may not have been applied.</summary>
public sealed class OutcomeUnknownException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public OutcomeUnknownException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
