var secret = Environment.GetEnvironmentVariable("SIESMART_CLIENT_SECRET");
using var client = new SieSmartClient(new SieSmartClientOptions { ClientId = "broker", ClientSecret = secret });
var offices = await client.Common.Offices.GetAsync();
var (created, _) = await client.Proposals.Proposal.PostAsync(new ProposalCreate { OfficeId = offices![0].Id, Label = "Fork-lift trucks" });
var (proposal, etag) = await client.Proposals[created.ProposalId!.Value].GetAsync();
var submitted = await client.Proposals[proposal.ProposalId!.Value].Decision.PostAsync(new DecisionRequest { Prelease = false }, etag);
Console.WriteLine($"{submitted.Value.Decision?.DecisionStatus}, trace id {submitted.TraceId}");
