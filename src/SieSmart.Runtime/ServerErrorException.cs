namespace SieSmart.Runtime;

/// <summary>The API failed while it worked on the request (500 and other 5xx). A write may have been applied.</summary>
public sealed class ServerErrorException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ServerErrorException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
