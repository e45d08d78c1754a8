using CrmPortal.Book;
using CrmPortal.Editing;
using SieSmart;
using SieSmart.Models;
using SieSmart.Runtime;

namespace CrmPortal.Creating;

/// <summary>Creates proposals, each once: SieSmart doesn't recognise a request that it has had before.</summary>
internal sealed class ProposalCreation(SieSmartClient client, ProposalBook book)
{
    /// <returns>The proposal's number; null if this draft was sent before.</returns>
    /// <exception cref="OutcomeUnknownException">It may be there; the book says so, and nothing sends it again.</exception>
    /// <exception cref="ResponseUnreadableException">It is there, but its number got lost; the book has it as unknown.</exception>
    /// <exception cref="SieSmartException">It is not there, and the draft may be sent again.</exception>
    public async Task<long?> CreateAsync(Draft draft)
    {
        // Noted before it is sent: if the portal ends here, the entry says that somebody has to look.
        if (!book.TryBegin(draft.Id, draft.Label, draft.Customer[CustomerPart.CompanyName], ProposalSummary.AmountOf(draft.Calculation)))
        {
            return null;
        }

        try
        {
            // A browser that goes away must not break off a write. The client bounds its time.
            var created = await client.Proposals.Proposal.PostAsync(
                new ProposalCreate
                {
                    OfficeId = draft.OfficeId,
                    SalesContactId = draft.SalesContactId,
                    Label = draft.Label,
                    Customer = ProposalParts.Customer.Create(draft.Customer),
                    Calculation = ProposalParts.Calculation.Create(draft.Calculation),
                },
                cancellationToken: CancellationToken.None);
            book.Complete(draft.Id, created.Value);
            return created.Value.ProposalId;
        }
        catch (SieSmartException refusal) when (refusal is not (OutcomeUnknownException or ResponseUnreadableException))
        {
            book.Remove(draft.Id);
            throw;
        }
        catch (Exception doubt)
        {
            book.Doubt(draft.Id, (doubt as SieSmartException)?.TraceId);
            throw;
        }
    }
}
