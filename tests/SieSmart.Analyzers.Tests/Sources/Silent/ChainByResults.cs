var created = await client.Proposals.Proposal.PostAsync(new ProposalCreate { OfficeId = 1 });
var proposal = client.Proposals[created.Value.ProposalId!.Value];
var withCustomer = await proposal.Customer.PutAsync(customer, created.ETag);
var withAssets = await proposal.Assets.PostAsync(assets, withCustomer.ETag);
var withCalculation = await proposal.Calculation.PutAsync(calculation, withAssets.ETag);
var decided = await proposal.Decision.PostAsync(request, withCalculation.ETag);
Console.WriteLine(decided.TraceId);
