using Consumers;
using Proposing;
using SieSmart;
using SieSmart.Client;
using SieSmart.Pipeline;

using var client = new SieSmartClient(new SieSmartClientOptions
{
    BaseAddress = new Uri(Setting("BaseAddress")),
    TokenEndpoint = new Uri(Setting("TokenEndpoint")),
    ClientId = Setting("ClientId"),
    ClientSecret = Setting("ClientSecret"),
});
var proposals = OpenApiClient.Create<ProposalsClient>(new OpenApiClientOptions
{
    BaseAddress = new Uri(Setting("BaseAddress")),
    Authentication =
    {
        ClientCredentials = new ClientCredentialsOptions
        {
            TokenEndpoint = new Uri(Setting("TokenEndpoint")),
            ClientId = Setting("ClientId"),
            ClientSecret = Setting("ClientSecret"),
            Audience = "https://api.siesmart.com/b2b",
            Format = TokenRequestFormat.Json,
        },
    },
});
if (args is ["start"])
{
    return;
}

await Life.TellAsync(client, Console.Out);
await SecondClient.TellAsync(proposals, (await client.Common.Offices.GetAsync())![0].Id);
SecondClient.BeRefusedWithoutPipeline();

static string Setting(string name) => Environment.GetEnvironmentVariable($"SieSmart__{name}")!;
