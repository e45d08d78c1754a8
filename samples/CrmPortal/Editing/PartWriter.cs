using CrmPortal.Book;
using SieSmart;
using SieSmart.Runtime;

namespace CrmPortal.Editing;

/// <summary>Saves what a person changed, if nobody else has changed the proposal since they saw it.</summary>
internal sealed class PartWriter(SieSmartClient client, ProposalBook book)
{
    /// <exception cref="PreconditionFailedException">Somebody else was first; nothing was changed.</exception>
    /// <exception cref="OutcomeUnknownException">The answer was lost: it may have been saved.</exception>
    /// <exception cref="SieSmartException">Nothing was changed; the message says why.</exception>
    public async Task WriteAsync(long id, IProposalPart part, Edit edit)
    {
        // A browser that goes away must not break off a write: nobody would know its outcome. The client bounds its time.
        var cancellationToken = CancellationToken.None;

        // A PUT replaces the whole part, and the form shows only some of it. This read brings the rest. Its ETag is not used:
        // the write names the version that the person saw, so if this one is another, SieSmart refuses.
        var current = await client.Proposals[id].GetAsync(cancellationToken: cancellationToken);
        try
        {
            var written = await part.WriteAsync(client.Proposals[id], current.Value, edit, cancellationToken);
            book.Note(written.Value);
        }
        catch (ResponseUnreadableException)
        {
            // It was saved; only the answer is of no use. The next page reads the proposal anyway.
        }
    }
}
