namespace SieSmart.Runtime;

/// <summary>An <see cref="ETag"/> was read from a result whose response carried none.</summary>
public sealed class MissingETagException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, and where a tag can be had.</param>
    public MissingETagException(string message)
        : base(message)
    {
    }
}
