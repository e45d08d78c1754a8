var (a, v0) = await client.Proposals.Proposal.PostAsync(new ProposalCreate { OfficeId = 1 });
var (b, v1) = await client.Proposals[a.ProposalId!.Value].Customer.PutAsync(customer, v0);
var (c, v2) = await client.Proposals[b.ProposalId!.Value].Assets.PostAsync(assets, v1);
var (d, v3) = await client.Proposals[c.ProposalId!.Value].Calculation.PutAsync(calculation, v2);
await client.Proposals[d.ProposalId!.Value].Decision.PostAsync(request, v3);
