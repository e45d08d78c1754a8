using Consumers;
using SieSmart;
using SieSmart.Client;

using var client = new SieSmartClient(new SieSmartClientOptions
{
    BaseAddress = new Uri(Setting("BaseAddress")),
    TokenEndpoint = new Uri(Setting("TokenEndpoint")),
    ClientId = Setting("ClientId"),
    ClientSecret = Setting("ClientSecret"),
});
Console.WriteLine(await Story.TellAsync(client));

static string Setting(string name) => Environment.GetEnvironmentVariable($"SieSmart__{name}")!;
