var (created, _) = await client.Proposals.Proposal.PostAsync(new ProposalCreate { OfficeId = 1 });
var proposal = client.Proposals[created.ProposalId!.Value];
var current = await proposal.GetAsync();
await proposal.Customer.PutAsync(customer, current.ETag);
current = await proposal.GetAsync();
await proposal.Assets.PostAsync(assets, current.ETag);
current = await proposal.GetAsync();
await proposal.Calculation.PutAsync(calculation, current.ETag);
await proposal.Decision.PostAsync(request, (await proposal.GetAsync()).ETag);
