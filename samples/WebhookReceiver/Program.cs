using Microsoft.Extensions.Options;
using SieSmart.Client;
using SieSmart.Sandbox;
using WebhookReceiver;
using WebhookReceiver.Demonstrating;
using WebhookReceiver.Reading;
using WebhookReceiver.Receiving;
using WebhookReceiver.Registering;

var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddUserSecrets<Program>(optional: true).AddEnvironmentVariables();
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http.HttpClient", LogLevel.Warning);

builder.Services.AddOptions<WebhookOptions>()
    .BindConfiguration(WebhookOptions.SectionName)
    .Validate(options => options.HasSoundApiKey, "Webhook:ApiKey is missing, or not 16 visible ASCII characters or more. Set it as a user secret, or as the environment variable Webhook__ApiKey.")
    .Validate(options => options is { QueueLength: > 0, RetryDelay.Ticks: > 0, ReadAllEvery.Ticks: > 0 }, "Webhook:QueueLength, Webhook:RetryDelay and Webhook:ReadAllEvery must be more than zero.")
    .ValidateOnStart();
builder.Services
    .AddSingleton<ApiKeyCheck>()
    .AddSingleton<NotificationEndpoint>()
    .AddSingleton<ProposalQueue>()
    .AddSingleton<WatchedProposals>()
    .AddSingleton<Registration>()
    .AddHostedService(services => services.GetRequiredService<Registration>())
    .AddHostedService<ProposalReader>();
builder.Services.AddSieSmartClient(builder.Configuration);

SandboxServer? sandbox = null;
if (builder.Configuration[$"{SieSmartClientOptions.SectionName}:{nameof(SieSmartClientOptions.ClientId)}"] is null)
{
    Console.WriteLine("No credentials are configured, so a sandbox in this process stands in for the API, and sends a notification.");
    sandbox = await Demonstration.AddToAsync(builder);
}

await using (sandbox)
{
    try
    {
        await using var application = builder.Build();
        NotificationEndpoint.Map(application);
        await application.RunAsync();
        return 0;
    }
    catch (OptionsValidationException invalid)
    {
        Console.Error.WriteLine("The configuration is not complete.");
        Console.Error.WriteLine(string.Join('\n', invalid.Failures.Select(failure => $"- {failure}")));
        return 1;
    }
}
