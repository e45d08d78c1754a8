using CommandLine;
using Microsoft.Extensions.Options;
using SieSmart.Client;
using SieSmart.Sandbox;
using WebhookReceiver;
using WebhookReceiver.CommandLine;
using WebhookReceiver.Demonstrating;
using WebhookReceiver.Reading;
using WebhookReceiver.Receiving;
using WebhookReceiver.Registering;

// Ctrl+C is the host's business.
var parsed = new ReceiverCommand(ServeAsync).Parse(args);
return parsed.TryRefuse(Console.Error) ? ParseResultExtensions.WrongUsage : await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null });

static async Task<int> ServeAsync(string? urls)
{
    var builder = WebApplication.CreateBuilder();
    builder.Configuration.AddUserSecrets<Program>(optional: true).AddEnvironmentVariables();
    builder.Logging.AddSimpleConsole(console =>
    {
        console.TimestampFormat = "HH:mm:ss ";
        console.SingleLine = true;
    });
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

    // Notifications come by the name that was registered, and everything else from this machine.
    if (string.IsNullOrEmpty(builder.Configuration["AllowedHosts"]))
    {
        var registered = builder.Configuration.GetSection(WebhookOptions.SectionName).GetValue<Uri>(nameof(WebhookOptions.BasePath));
        builder.Configuration["AllowedHosts"] = string.Join(';', ["localhost", "127.0.0.1", "[::1]", .. registered is { IsAbsoluteUri: true } ? new[] { registered.Host } : []]);
    }

    if (urls is not null)
    {
        builder.WebHost.UseUrls(urls);
    }

    await using (sandbox)
    {
        try
        {
            await using var application = builder.Build();
            NotificationEndpoint.Map(application);
            await application.StartAsync();
            var madeUp = sandbox is null ? null : application.Services.GetRequiredService<IOptions<WebhookOptions>>().Value.ApiKey;
            Announcement.Write(application, sandbox, madeUp, Console.Out);
            await application.WaitForShutdownAsync();
            return 0;
        }
        catch (OptionsValidationException invalid)
        {
            Console.Error.WriteLine("The configuration is not complete.");
            Console.Error.WriteLine(string.Join('\n', invalid.Failures.Select(failure => $"- {failure}")));
            return 1;
        }
    }
}
