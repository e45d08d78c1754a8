var (created, version) = await client.Proposals.Proposal.PostAsync(new ProposalCreate { OfficeId = 1 });
var proposalId = created.ProposalId!.Value;
(_, version) = await client.Proposals[proposalId].Customer.PutAsync(customer, version);
(_, version) = await client.Proposals[proposalId].Assets.PostAsync(assets, version);
(_, version) = await client.Proposals[proposalId].Calculation.PutAsync(calculation, version);
await client.Proposals[proposalId].Decision.PostAsync(request, version);
