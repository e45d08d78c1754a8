using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SharedBudgets.Worker;
using SieSmart.Pipeline;
using SieSmart.Pipeline.Throttling;

if (args is ["cold-starts", .. var coldArguments])
{
    return await ColdStarts.RunAsync(coldArguments);
}

// One of several processes that share a budget: it is ready after a first call, sends from the first line that it is told, and stops with the
// second.
if (args is not [var engine, var connection, var address, var tokenEndpoint, var clientId, var clientSecret, var permits, var window, var lane, var callers])
{
    await Console.Error.WriteLineAsync("engine connection address token-endpoint client-id client-secret permits window-in-ms lane callers");
    return 2;
}

var registration = new ServiceCollection().AddOpenApiClient<PlainClient>("Worker", options =>
{
    options.BaseAddress = new Uri(address);
    options.RateLimit = new RateLimitOptions { Permits = int.Parse(permits, CultureInfo.InvariantCulture), Window = TimeSpan.FromMilliseconds(int.Parse(window, CultureInfo.InvariantCulture)) };
    options.Priority = Enum.Parse<RequestPriority>(lane);
    options.Authentication.ClientCredentials = new ClientCredentialsOptions
    {
        TokenEndpoint = new Uri(tokenEndpoint),
        ClientId = clientId,
        ClientSecret = clientSecret,
        Audience = "https://api.siesmart.com/b2b",
        Format = TokenRequestFormat.Json,
    };
});
await using var services = Engines.Use(registration, engine, connection).Services.BuildServiceProvider();
var client = services.GetRequiredService<PlainClient>();
using var work = new Work(client);
work.Listen();
await client.GetRateCardsAsync(CancellationToken.None);
Console.WriteLine("READY");

if (await Console.In.ReadLineAsync() is null)
{
    return 1;
}

using var until = new CancellationTokenSource();
var running = work.RunAsync(int.Parse(callers, CultureInfo.InvariantCulture), until.Token);
await Console.In.ReadLineAsync();
await until.CancelAsync();
await running;
Console.WriteLine(work);
return 0;
