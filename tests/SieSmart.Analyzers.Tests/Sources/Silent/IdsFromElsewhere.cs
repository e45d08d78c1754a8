var found = id;
var (proposal, version) = await client.Proposals[found].GetAsync();
var saved = proposal.ProposalId ?? otherId;
await client.Proposals[saved].Customer.PutAsync(customer, version);
