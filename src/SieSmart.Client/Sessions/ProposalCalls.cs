using SieSmart.Models;
using SieSmart.Pipeline.Throttling;
using SieSmart.Proposals;
using SieSmart.Proposals.Item;
using SieSmart.Runtime;

namespace SieSmart.Client.Sessions;

/// <summary>The calls of the generated client that sessions make. All of them stand here, in the words that every engine's client has.</summary>
internal sealed class ProposalCalls(ProposalItemRequestBuilder proposal)
{
    public static Task<Versioned<Proposal>> CreateAsync(ProposalsRequestBuilder proposals, ProposalCreate body, OperationContext context, CancellationToken cancellationToken) =>
        proposals.Proposal.PostVersionedAsync(body, request => request.Options.Add(context), cancellationToken);

    /// <param name="priority">The lane to wait in; null for the client's own.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public Task<Versioned<Proposal>> ReadAsync(RequestPriority? priority, CancellationToken cancellationToken) =>
        proposal.GetVersionedAsync(
            request =>
            {
                if (priority is { } lane)
                {
                    request.Options.Add(new RequestPriorityOption(lane));
                }
            },
            cancellationToken);

    public Task<Versioned<Proposal>> PutCustomerAsync(Customer body, ETag version, OperationContext context, CancellationToken cancellationToken) =>
        proposal.Customer.PutAsync(body, version, request => request.Options.Add(context), cancellationToken);

    public Task<Versioned<Proposal>> PostBankAccountAsync(BankAccount body, ETag version, OperationContext context, CancellationToken cancellationToken) =>
        proposal.Customer.BankAccount.PostAsync(body, version, request => request.Options.Add(context), cancellationToken);

    public Task<Versioned<Proposal>> PostAssetsAsync(List<Asset> body, ETag version, OperationContext context, CancellationToken cancellationToken) =>
        proposal.Assets.PostAsync(body, version, request => request.Options.Add(context), cancellationToken);

    public Task<Versioned<Proposal>> PutCalculationAsync(Calculation body, ETag version, OperationContext context, CancellationToken cancellationToken) =>
        proposal.Calculation.PutAsync(body, version, request => request.Options.Add(context), cancellationToken);

    public Task<Versioned<Proposal>> PostDecisionAsync(DecisionRequest body, ETag version, OperationContext context, CancellationToken cancellationToken) =>
        proposal.Decision.PostAsync(body, version, request => request.Options.Add(context), cancellationToken);

    public Task<DecisionPreCheck?> PreCheckAsync(CancellationToken cancellationToken) =>
        proposal.Decision.PreCheck.GetAsync(cancellationToken: cancellationToken);

    public Task<Stream?> DownloadDecisionDocumentAsync(CancellationToken cancellationToken) =>
        proposal.Decision.DecisionDocument.Download.GetAsync(cancellationToken: cancellationToken);
}
