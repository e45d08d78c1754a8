var (source, _) = await client.Proposals[id].GetAsync();
var (copy, version) = await client.Proposals.Proposal.PostAsync(new ProposalCreate { OfficeId = source.OfficeId });
await client.Proposals[copy.ProposalId!.Value].Customer.PutAsync(source.Customer!, version);
