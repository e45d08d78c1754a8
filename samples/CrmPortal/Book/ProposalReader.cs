using SieSmart;
using SieSmart.Client;
using SieSmart.Runtime;

namespace CrmPortal.Book;

/// <summary>Opens proposals of the book, and notes there what they look like.</summary>
internal sealed class ProposalReader(SieSmartClient client, ProposalBook book)
{
    /// <returns>A session that lasts for this request: it has seen the version that is there now, and writes for no other.</returns>
    /// <exception cref="AnotherProposalException">The number belongs to another proposal now.</exception>
    /// <exception cref="SieSmartException">It can't be read; the message says why.</exception>
    public async Task<ProposalSession> OpenAsync(long id, CancellationToken cancellationToken)
    {
        var session = await client.OpenProposalAsync(new ProposalId(id), cancellationToken);
        if (book.Find(id) is { } known && !ProposalSummary.Of(session.Current).IsOf(known))
        {
            throw new AnotherProposalException(id, known);
        }

        book.Note(session.Current);
        return session;
    }
}
