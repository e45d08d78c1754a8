using Consumers;
using SieSmart;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSieSmartClient(builder.Configuration);
builder.Services.AddHealthChecks().AddSieSmart();
var app = builder.Build();
app.MapGet("/story", (SieSmartClient client, CancellationToken cancellationToken) => Story.TellAsync(client, cancellationToken));
app.MapHealthChecks("/health");
app.Run();
