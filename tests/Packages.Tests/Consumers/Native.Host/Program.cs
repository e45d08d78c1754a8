using Consumers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Proposing;
using SieSmart;

var builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Error);
builder.Services.AddSieSmartClient(builder.Configuration);
builder.Services.AddProposalsClient(builder.Configuration);
builder.Services.AddHealthChecks().AddSieSmart();
using var host = builder.Build();
await host.StartAsync();
var client = host.Services.GetRequiredService<SieSmartClient>();
var proposals = host.Services.GetRequiredService<ProposalsClient>();
if (args is not ["start"])
{
    await Life.TellAsync(client, Console.Out);
    await SecondClient.TellAsync(proposals, (await client.Common.Offices.GetAsync())![0].Id);
    SecondClient.BeRefusedWithoutPipeline();
    Console.WriteLine($"health: {(await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status}");
}

await host.StopAsync();
