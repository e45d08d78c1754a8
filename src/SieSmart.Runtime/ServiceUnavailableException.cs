namespace SieSmart.Runtime;

/// <summary>The API can't be reached, gave no answer in time, or says that it can't serve requests now (502, 503, 504).</summary>
public sealed class ServiceUnavailableException : SieSmartException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ServiceUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
