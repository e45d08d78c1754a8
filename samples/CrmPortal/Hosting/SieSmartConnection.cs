using SieSmart.Client;
using SieSmart.Sandbox;

namespace CrmPortal.Hosting;

/// <summary>What the portal talks to: the environment that the configuration names, or else a sandbox in this process.</summary>
internal sealed class SieSmartConnection : IAsyncDisposable
{
    // A person looks at the page meanwhile, and a save is two requests. The page that says so counts down, and comes by itself.
    private static readonly TimeSpan LongestWaitForTurn = TimeSpan.FromSeconds(3);

    private readonly SandboxServer? _sandbox;

    private SieSmartConnection(string description, SandboxServer? sandbox = null)
    {
        Description = description;
        _sandbox = sandbox;
    }

    public string Description { get; }

    public bool IsSandbox => _sandbox is not null;

    /// <summary>Adds the client to the services.</summary>
    /// <param name="builder">The host, whose configuration section <c>SieSmart</c> counts.</param>
    /// <param name="data">Where a sandbox keeps its proposals, so that they are there after a restart.</param>
    public static async Task<SieSmartConnection> OpenAsync(WebApplicationBuilder builder, DirectoryInfo data)
    {
        var section = builder.Configuration.GetSection(SieSmartClientOptions.SectionName);
        if (section[nameof(SieSmartClientOptions.QueueTimeout)] is null)
        {
            builder.Services.PostConfigure<SieSmartClientOptions>(options => options.QueueTimeout = LongestWaitForTurn);
        }

        if (section.Exists())
        {
            builder.Services.AddSieSmartClient(section);
            var target = section[nameof(SieSmartClientOptions.BaseAddress)]
                ?? $"the {section[nameof(SieSmartClientOptions.Environment)] ?? nameof(SieSmartEnvironment.Test)} environment";
            return new SieSmartConnection($"{target}, as the configuration section '{section.Path}' says");
        }

        var sandbox = await SandboxServer.StartAsync(new SandboxOptions { StateFile = Path.Combine(data.FullName, "sandbox.db") });
        builder.Services.AddSieSmartClient(options =>
        {
            options.BaseAddress = sandbox.BaseAddress;
            options.TokenEndpoint = sandbox.TokenEndpoint;
            options.ClientId = sandbox.ClientId;
            options.ClientSecret = sandbox.ClientSecret;
        });
        return new SieSmartConnection($"a sandbox in this process, since the configuration has no section '{section.Path}' ({sandbox.BaseAddress})", sandbox);
    }

    public ValueTask DisposeAsync() => _sandbox?.DisposeAsync() ?? ValueTask.CompletedTask;
}
