namespace SieSmart.Client;

/// <summary>A <see cref="ProposalJournalFile"/> can't be used; the message says why, and what to do. Nothing is sent without its journal.</summary>
public sealed class ProposalJournalException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What happened, to what, and what to do.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public ProposalJournalException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
