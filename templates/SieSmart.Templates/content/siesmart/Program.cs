using SieSmart;
using SieSmart.Client;
using SieSmart.Models;
using SieSmart.Runtime;

using var client = new SieSmartClient(new SieSmartClientOptions
{
    BaseAddress = new Uri("http://127.0.0.1:5080/siesmart/b2b/v1"),
    TokenEndpoint = new Uri("http://127.0.0.1:5080/oauth/token"),
    ClientId = Environment.GetEnvironmentVariable("SieSmart__ClientId"),
    ClientSecret = Environment.GetEnvironmentVariable("SieSmart__ClientSecret"),
});

var office = (await client.Common.Offices.GetAsync())![0];
var codes = await client.Common.IacCodes.GetAsync(request => request.QueryParameters.OfficeId = office.Id);
List<Asset> trucks = [new Asset { IacCode = codes![0].IacCodeProp }];

var yours = await client.CreateProposalAsync(new ProposalCreate { OfficeId = office.Id, Label = "Fork-lift trucks" });
Console.WriteLine($"Created proposal {yours.Id}");

// A colleague opens the same proposal, and is first.
var theirs = await client.OpenProposalAsync(yours.Id);
await theirs.AddAssetsAsync(trucks);

try
{
    await yours.AddAssetsAsync(trucks);
}
catch (PreconditionFailedException conflict)
{
    Console.WriteLine(conflict.Message);
    await yours.ReadAsync();
    Console.WriteLine($"Assets, none of them twice: {yours.Current.Assets!.Count}");
}
