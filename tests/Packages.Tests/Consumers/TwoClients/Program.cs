using System.Net.Http.Headers;
using Consumers;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Offering;
using Proposing;
using Proposing.Models;
using SieSmart.Runtime;

using var http = new HttpClient(new OperationContextHandler("X-B2B-TRACE-ID") { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } });
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Sandbox.FetchTokenAsync());
var kiota = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = Sandbox.Setting("BaseAddress") };

var offices = await new OfficesClient(kiota).Common.Offices.GetAsync();
var client = new ProposalsClient(new OperationRequestAdapter(kiota));
var (created, etag) = await client.Proposals.Proposal.PostAsync(new NewProposal { OfficeId = offices![0].Id });
var customer = client.Proposals[created.ProposalId!.Value].Customer;
await customer.PutAsync(new Customer { CompanyName = "Example Logistics Ltd" }, etag);
try
{
    await AgainAsync(etag);
    Console.WriteLine("a stale ETag was accepted");
}
catch (PreconditionFailedException)
{
    Console.WriteLine("written, then refused");
}

Task AgainAsync(ETag seen) => customer.PutAsync(new Customer(), seen);
