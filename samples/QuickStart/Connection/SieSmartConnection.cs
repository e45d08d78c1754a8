using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using QuickStart.Calls;
using QuickStart.CommandLine;
using SieSmart.Client;
using SieSmart.Sandbox;

namespace QuickStart.Connection;

/// <summary>A client, and the sandbox that it talks to, if it is one.</summary>
internal sealed class SieSmartConnection : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly SandboxServer? _sandbox;

    private SieSmartConnection(string description, ServiceProvider services, SandboxServer? sandbox = null)
    {
        Description = description;
        Client = services.GetRequiredService<SieSmartClient>();
        _services = services;
        _sandbox = sandbox;
    }

    /// <summary>What the client talks to, and why.</summary>
    public string Description { get; }

    public SieSmartClient Client { get; }

    /// <exception cref="QuickStartException">Credentials are needed and missing, or not those of the test environment.</exception>
    public static Task<SieSmartConnection> OpenAsync(Arguments arguments, CallLog calls, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder()
            .AddUserSecrets<Program>()
            .AddEnvironmentVariables()
            .Build();
        var section = configuration.GetSection(SieSmartClientOptions.SectionName);
        var hasCredentials = section[nameof(SieSmartClientOptions.ClientId)] is not null
            || section[nameof(SieSmartClientOptions.ClientSecret)] is not null;

        return arguments.Environment switch
        {
            TargetEnvironment.Test => Task.FromResult(ConnectToTest(section, calls)),
            TargetEnvironment.Any when hasCredentials => Task.FromResult(ConnectToTest(section, calls)),
            TargetEnvironment.Any => StartSandboxAsync("No credentials are configured, so a sandbox in this process stands in for the API", arguments, calls, cancellationToken),
            _ => StartSandboxAsync("A sandbox in this process stands in for the API", arguments, calls, cancellationToken),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }

    private static SieSmartConnection ConnectToTest(IConfigurationSection section, CallLog calls)
    {
        var services = new ServiceCollection();
        services.AddSieSmartClient(section).AddHttpMessageHandler(() => new CallRecorder(calls));
        var provider = services.BuildServiceProvider();
        try
        {
            var options = provider.GetRequiredService<IOptions<SieSmartClientOptions>>().Value;
            return options.Environment == SieSmartEnvironment.Production
                ? throw new QuickStartException($"The configuration section '{section.Path}' names the production environment. This sample submits made-up data: use the credentials of the test environment.")
                : new SieSmartConnection($"{options.BaseAddress?.AbsoluteUri ?? "The real test API"}, with client id {options.ClientId}", provider);
        }
        catch (OptionsValidationException invalid)
        {
            throw new QuickStartException($"""
                The test API needs credentials, and the configuration is not complete:

                {string.Join('\n', invalid.Failures.Select(failure => $"- {failure}"))}

                User secrets of this sample: dotnet user-secrets set SieSmart:ClientId <id> --project samples/QuickStart
                To run without credentials:  dotnet run --project samples/QuickStart -- --environment sandbox
                """);
        }
    }

    private static async Task<SieSmartConnection> StartSandboxAsync(
        string reason,
        Arguments arguments,
        CallLog calls,
        CancellationToken cancellationToken)
    {
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions { ETags = arguments.SandboxETags }, cancellationToken);
        var services = new ServiceCollection();
        services
            .AddSieSmartClient(options =>
            {
                options.BaseAddress = sandbox.BaseAddress;
                options.TokenEndpoint = sandbox.TokenEndpoint;
                options.ClientId = sandbox.ClientId;
                options.ClientSecret = sandbox.ClientSecret;
            })
            .AddHttpMessageHandler(() => new CallRecorder(calls));
        return new SieSmartConnection($"{reason}: {sandbox.BaseAddress}", services.BuildServiceProvider(), sandbox);
    }
}
