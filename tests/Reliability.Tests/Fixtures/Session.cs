using Microsoft.Extensions.DependencyInjection;
using SieSmart;
using SieSmart.Client;
using SieSmart.Pipeline.Throttling;
using SieSmart.Sandbox;
using SieSmart.Sandbox.Versions;
using SieSmart.Testing;

namespace Reliability.Tests.Fixtures;

/// <summary>A sandbox, and a client that talks to it.</summary>
internal sealed class Session : IAsyncDisposable
{
    private const int Unthrottled = 1_000_000;

    private readonly ServiceProvider _services;
    private readonly RequestBudget _observers = new(Unthrottled, TimeSpan.FromMinutes(1), queueLimit: 0);

    private Session(SandboxServer sandbox, ServiceProvider services, Detour detour)
    {
        Sandbox = sandbox;
        Detour = detour;
        _services = services;
        Client = services.GetRequiredService<SieSmartClient>();
    }

    public SandboxServer Sandbox { get; }

    public SieSmartClient Client { get; }

    /// <summary>Where connections are refused.</summary>
    public Detour Detour { get; }

    /// <summary>Starts both, and makes a call. Neither waits for permits, so that only faults cost time.</summary>
    /// <param name="clock">The client's, which is sped up then; the system's by default.</param>
    /// <param name="configure">The client's limits.</param>
    /// <param name="sandbox">The sandbox's options.</param>
    public static async Task<Session> StartAsync(
        FastTimeProvider? clock = null, Action<SieSmartClientOptions>? configure = null, SandboxOptions? sandbox = null)
    {
        var server = await SandboxServer.StartAsync(sandbox ?? Unlimited, TestContext.Current.CancellationToken);
        var detour = new Detour();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock ?? TimeProvider.System);
        services
            .AddSieSmartClient(options =>
            {
                server.Configure(options);
                options.RequestsPerMinute = Unthrottled;
                configure?.Invoke(options);
            })
            .AddHttpMessageHandler(detour.CreateHandler);
        var session = new Session(server, services.BuildServiceProvider(), detour);
        await session.WarmUpAsync();
        clock?.SpeedUp();
        return session;
    }

    /// <summary>A client without a past: it has no rejected tokens to wait for, no pause, and no clock but the system's.</summary>
    public SieSmartClient CreateObserver() => Sandbox.CreateClient(options => options.Budget = _observers);

    /// <summary>A sandbox without a rate limit, which decides at once.</summary>
    public static SandboxOptions Unlimited { get; } = new() { PendingDuration = TimeSpan.Zero, RequestsPerWindow = int.MaxValue, ETags = ETagOptions.OnWrites };

    /// <summary>Fetches the token, opens a connection, and compiles the code.</summary>
    private async Task WarmUpAsync()
    {
        Sandbox.Faults.IsSuspended = true;
        await Client.Common.Offices.GetAsync(cancellationToken: TestContext.Current.CancellationToken);
        Sandbox.Faults.IsSuspended = false;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _observers.Dispose();
        Detour.Dispose();
        await Sandbox.DisposeAsync();
    }
}
