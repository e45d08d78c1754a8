using CrmPortal.Assets;
using CrmPortal.Book;
using CrmPortal.Editing;
using SieSmart;
using SieSmart.Client;
using SieSmart.Models;
using SieSmart.Runtime;

namespace CrmPortal.Creating;

/// <summary>Creates proposals, each once: SieSmart doesn't recognise a request that it has had before, so the book is the journal.</summary>
internal sealed class ProposalCreation(SieSmartClient client, ProposalBook book)
{
    /// <returns>The proposal; null if this draft was sent before.</returns>
    /// <exception cref="OutcomeUnknownException">It may be there; the book says so, and nothing sends it again.</exception>
    /// <exception cref="ResponseUnreadableException">It is there, but its number got lost; the book has it as unknown.</exception>
    /// <exception cref="SieSmartException">It is not there, and the draft may be sent again.</exception>
    public Task<ProposalSession?> CreateAsync(Draft draft) => client.CreateProposalAsync(
        new ProposalCreate
        {
            OfficeId = draft.OfficeId,
            SalesContactId = draft.SalesContactId,
            Label = draft.Label,
            Customer = ProposalParts.Customer.Create(draft.Values),
            Assets = draft.Values[AssetForm.Kind].Length > 0 ? [AssetForm.Create(draft.Values)] : null,
            Calculation = ProposalParts.Calculation.Create(draft.Values),
        },
        draft.Id.ToString(),
        book,

        // A browser that goes away must not break off a write. The client bounds its time.
        CancellationToken.None);
}
