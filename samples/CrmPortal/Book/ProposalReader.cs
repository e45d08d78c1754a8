using SieSmart;
using SieSmart.Models;
using SieSmart.Runtime;

namespace CrmPortal.Book;

/// <summary>Reads proposals of the book, and notes there what they look like.</summary>
internal sealed class ProposalReader(SieSmartClient client, ProposalBook book)
{
    /// <exception cref="AnotherProposalException">The number belongs to another proposal now.</exception>
    /// <exception cref="SieSmartException">It can't be read; the message says why.</exception>
    public async Task<Versioned<Proposal>> ReadAsync(long id, CancellationToken cancellationToken)
    {
        var read = await client.Proposals[id].GetAsync(cancellationToken: cancellationToken);
        if (book.Find(id) is { } known && !ProposalSummary.Of(read.Value).IsOf(known))
        {
            throw new AnotherProposalException(id, known);
        }

        book.Note(read.Value);
        return read;
    }
}
