using Microsoft.Extensions.DependencyInjection;
using SieSmart.Client;
using SieSmart.Sandbox;
using SieSmart.Sandbox.Versions;

namespace EndToEnd.Tests.Fixtures;

/// <summary>A sandbox, and a client that talks to it.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly IAsyncDisposable _owner;

    private Session(SandboxServer sandbox, SieSmartClient client, IAsyncDisposable owner)
    {
        Sandbox = sandbox;
        Client = client;
        _owner = owner;
    }

    public SandboxServer Sandbox { get; }

    public SieSmartClient Client { get; }

    public static async Task<Session> StartAsync(
        Construction construction = Construction.DependencyInjection,
        ETagOptions etags = ETagOptions.None)
    {
        var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions
            {
                ETags = etags,
                PendingDuration = TimeSpan.Zero,
                TimeProvider = new ClockBetweenSeconds(),
                // Clients that were constructed share tokens over the whole process, and a port may come back.
                ClientId = Guid.NewGuid().ToString(),
            },
            TestContext.Current.CancellationToken);
        return Connect(sandbox, construction, sandbox.ClientSecret);
    }

    /// <summary>Connects a client to a sandbox, which ends with the session.</summary>
    public static Session Connect(SandboxServer sandbox, Construction construction, string clientSecret, string? clientId = null)
    {
        if (construction == Construction.Constructor)
        {
            var options = new SieSmartClientOptions();
            Configure(options);
            var client = new SieSmartClient(options);
            return new Session(sandbox, client, new AsyncOwner(client));
        }

        var services = new ServiceCollection();
        services.AddSieSmartClient(Configure);
        var provider = services.BuildServiceProvider();
        return new Session(sandbox, provider.GetRequiredService<SieSmartClient>(), provider);

        void Configure(SieSmartClientOptions options)
        {
            options.BaseAddress = sandbox.BaseAddress;
            options.TokenEndpoint = sandbox.TokenEndpoint;
            options.ClientId = clientId ?? sandbox.ClientId;
            options.ClientSecret = clientSecret;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _owner.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    private sealed class AsyncOwner(IDisposable owned) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            owned.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
