using SieSmart.Models;
using SieSmart.Proposals.Item;
using SieSmart.Runtime;

namespace CrmPortal.Editing;

/// <summary>What is edited and saved in one go: one form, one request, one ETag.</summary>
public interface IProposalPart
{
    /// <summary>The part in the portal's addresses.</summary>
    string Key { get; }

    string Title { get; }

    IReadOnlyList<Field> Fields { get; }

    FieldValues Read(Proposal proposal);

    /// <summary>Writes the part. Only the fields that the person changed are set: what no form shows stays as it is.</summary>
    /// <param name="request">The proposal's requests.</param>
    /// <param name="current">The proposal, read just now.</param>
    /// <param name="edit">What the person saw and made of it.</param>
    /// <param name="cancellationToken">Cancels it; the outcome may then be unknown.</param>
    Task<Versioned<Proposal>> WriteAsync(ProposalItemRequestBuilder request, Proposal current, Edit edit, CancellationToken cancellationToken);
}
