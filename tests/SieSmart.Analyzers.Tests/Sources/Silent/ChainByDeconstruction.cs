var (created, v0) = await client.Proposals.Proposal.PostAsync(new ProposalCreate { OfficeId = 1 }, cancellationToken: cancellationToken);
var proposal = client.Proposals[created.ProposalId!.Value];
var (_, v1) = await proposal.Customer.PutAsync(customer, v0, cancellationToken: cancellationToken);
var (_, v2) = await proposal.Assets.PostAsync(assets, v1, cancellationToken: cancellationToken);
var (_, v3) = await proposal.Calculation.PutAsync(calculation, v2, cancellationToken: cancellationToken);
var (decided, v4) = await proposal.Decision.PostAsync(request, v3, cancellationToken: cancellationToken);
Console.WriteLine($"{decided.Decision?.DecisionStatus} {v4}");
