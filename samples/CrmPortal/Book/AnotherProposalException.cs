namespace CrmPortal.Book;

/// <summary>Under a number of the book, SieSmart has something else than the book.</summary>
internal sealed class AnotherProposalException(long proposalId, BookEntry known)
    : Exception($"The book has proposal {proposalId} under another label or customer than SieSmart, which gives numbers anew after it was emptied. Nothing of it was shown.")
{
    public long ProposalId => proposalId;

    public BookEntry Known => known;
}
