using Consumers;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddSieSmartClient(builder.Configuration);
builder.Services.AddHostedService<NightlyJob>();
await builder.Build().RunAsync();
