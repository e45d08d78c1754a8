using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Offering;
using Proposing;
using Proposing.Models;
using SieSmart.Runtime;

using var http = new HttpClient(new OperationContextHandler("X-B2B-TRACE-ID") { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } });
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync());
var kiota = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: http) { BaseUrl = Setting("BaseAddress") };

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

static string Setting(string name) => Environment.GetEnvironmentVariable($"SieSmart__{name}")!;

static async Task<string> TokenAsync()
{
    using var http = new HttpClient();
    using var answer = await http.PostAsJsonAsync(Setting("TokenEndpoint"), new
    {
        grant_type = "client_credentials",
        audience = "https://api.siesmart.com/b2b",
        client_id = Setting("ClientId"),
        client_secret = Setting("ClientSecret"),
    });
    answer.EnsureSuccessStatusCode();
    return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
}
