var result = await client.Proposals.Proposal.PostAsync(new ProposalCreate { OfficeId = 1 });
var proposalId = result.Value.ProposalId!.Value;
result = await client.Proposals[proposalId].Customer.PutAsync(customer, result.ETag);
result = await client.Proposals[proposalId].Assets.PostAsync(assets, result.ETag);
result = await client.Proposals[proposalId].Calculation.PutAsync(calculation, result.ETag);
result = await client.Proposals[proposalId].Decision.PostAsync(request, result.ETag);
Console.WriteLine(result.Value.Decision?.DecisionStatus);
