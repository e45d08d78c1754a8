using SieSmart.Models;
using SieSmart.Proposals.Item;
using SieSmart.Runtime;

namespace QuickStart.Story;

internal static class NewestVersion
{
    /// <summary>
    /// The version that a write made. SieSmart promises an ETag on create and on read only: where the answer to a write
    /// carries none, the proposal is read again.
    /// </summary>
    public static async Task<Versioned<Proposal>> AfterAsync(
        this ProposalItemRequestBuilder proposal,
        Versioned<Proposal> answer,
        CancellationToken cancellationToken) =>
        answer.HasETag ? answer : await proposal.GetVersionedAsync(cancellationToken: cancellationToken);
}
