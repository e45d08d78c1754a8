using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using SieSmart.Sandbox.Administration;
using SieSmart.Sandbox.Authentication;
using SieSmart.Sandbox.Configuration;
using SieSmart.Sandbox.Decisions;
using SieSmart.Sandbox.Description;
using SieSmart.Sandbox.FaultInjection;
using SieSmart.Sandbox.Faults;
using SieSmart.Sandbox.Hosting;
using SieSmart.Sandbox.Notifications;
using SieSmart.Sandbox.Overview;
using SieSmart.Sandbox.Paths;
using SieSmart.Sandbox.Proposals;
using SieSmart.Sandbox.RateLimiting;
using SieSmart.Sandbox.Storage;
using SieSmart.Sandbox.Tracing;
using SieSmart.Sandbox.Versions;

namespace SieSmart.Sandbox;

/// <summary>A local SieSmart: the B2B API on real sockets, with everything behind it. Thread-safe.</summary>
/// <example>
/// <code>
/// await using var sandbox = await SandboxServer.StartAsync();
/// // sandbox.BaseAddress, sandbox.TokenEndpoint, sandbox.ClientId, sandbox.ClientSecret
/// </code>
/// </example>
public sealed class SandboxServer : IAsyncDisposable
{
    private const long LargestBody = 1024 * 1024;

    private readonly SandboxOptions _options;
    private readonly WebApplication _application;
    private readonly RequestLog _requests;

    private SandboxServer(SandboxOptions options, WebApplication application, Uri address)
    {
        _options = options;
        _application = application;
        _requests = application.Services.GetRequiredService<RequestLog>();
        Faults = application.Services.GetRequiredService<FaultPlan>();
        BaseAddress = new Uri(address, ApiPath.Base);
        TokenEndpoint = new Uri(address, ApiPath.Token);
        AdministrationAddress = new Uri(address, ApiPath.Administration);
        OverviewAddress = new Uri(address, ApiPath.Overview);
    }

    /// <summary>The base address of the API, <c>http://127.0.0.1:{port}/siesmart/b2b/v1</c>, without a slash at its end.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Where tokens come from, <c>http://127.0.0.1:{port}/oauth/token</c>.</summary>
    public Uri TokenEndpoint { get; }

    /// <summary>The page that shows what happens, <c>http://127.0.0.1:{port}/</c>. Loopback only.</summary>
    public Uri OverviewAddress { get; }

    /// <summary>
    /// What is not part of the API: <c>POST {address}/database-refresh</c> and <c>POST {address}/token-revocation</c>.
    /// Loopback only; needs no token, and no request counts.
    /// </summary>
    public Uri AdministrationAddress { get; }

    /// <summary>The client id that tokens are issued to.</summary>
    public string ClientId => _options.ClientId;

    /// <summary>The secret of <see cref="ClientId"/>.</summary>
    public string ClientSecret => _options.ClientSecret;

    /// <summary>A client id whose tokens may only read.</summary>
    public string ReadOnlyClientId => _options.ReadOnlyClientId;

    /// <summary>The secret of <see cref="ReadOnlyClientId"/>.</summary>
    public string ReadOnlyClientSecret => _options.ReadOnlyClientSecret;

    /// <summary>What is to go wrong with the next requests.</summary>
    public FaultPlan Faults { get; }

    /// <summary>
    /// The newest requests to the API and to the token endpoint, in the order of their answers: a snapshot. Who has
    /// got an answer finds its request here.
    /// </summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests.Snapshot().Where(request => request.IsOfApi)];

    /// <summary>Starts a sandbox.</summary>
    /// <param name="options">How it behaves; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The port is in use, or the state file can't be used.</exception>
    public static async Task<SandboxServer> StartAsync(
        SandboxOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new SandboxOptions();
        SandboxOptions.Validate(options);

        var application = Build(options);
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            application.Services.GetRequiredService<DecisionClock>().Start();
            return new SandboxServer(options, application, AddressOf(application));
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Removes all proposals, subscriptions and notification endpoints, as the vendor does in test at times.</summary>
    /// <remarks>The configuration and the tokens stay, and no id of a proposal comes back.</remarks>
    public void RefreshDatabase() => _application.Services.GetRequiredService<DatabaseRefresh>().Run();

    /// <summary>Revokes all tokens: the next request with one of them gets 401.</summary>
    public void RevokeTokens() => _application.Services.GetRequiredService<AccessTokens>().RevokeAll();

    /// <summary>Stops the sandbox; what a state file holds can be started again.</summary>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    // Neither configuration files nor environment variables: what the options don't say must not matter.
    private static WebApplication Build(SandboxOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        // No buffer: what was written has left, so that a connection can be reset behind it.
        builder.WebHost.UseKestrelCore().UseSockets(sockets => sockets.MaxWriteBufferSize = 1).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(options.ListenOnAllInterfaces ? IPAddress.Any : IPAddress.Loopback, options.Port);
        });

        builder.Services
            .AddRoutingCore()
            .AddSingleton<IHostLifetime, EmbeddedLifetime>()
            .AddSingleton(options)
            .AddSingleton(options.TimeProvider)
            .AddSingleton(options.LoggerFactory ?? NullLoggerFactory.Instance)
            .AddSingleton<IStateStore>(_ => options.StateFile is { } file
                ? new SqliteStateStore(file)
                : new TransientStateStore())
            .AddSingleton(new EntityTagFormat(options.ETags))
            .AddSingleton(new RequestLog(options.RequestLogCapacity))
            .AddSingleton(new FaultPlan())
            .AddSingleton<StandingFaults>()
            .AddSingleton<AccessTokens>()
            .AddSingleton<ProposalRepository>()
            .AddSingleton<ProposalAnswer>()
            .AddSingleton<DecisionRule>()
            .AddSingleton<DecisionClock>()
            .AddSingleton<NotificationRegistry>()
            .AddSingleton<NotificationDispatcher>()
            .AddSingleton<DatabaseRefresh>()
            .AddSingleton<TraceMiddleware>()
            .AddSingleton<ErrorMiddleware>()
            .AddSingleton<ArrivalDelayMiddleware>()
            .AddSingleton<RequestWindows>()
            .AddSingleton<RateLimitMiddleware>()
            .AddSingleton<FaultMiddleware>()
            .AddSingleton<AuthenticationMiddleware>()
            .AddSingleton<TokenEndpoint>()
            .AddSingleton<ProposalEndpoints>()
            .AddSingleton<DecisionEndpoints>()
            .AddSingleton<NotificationEndpoints>()
            .AddSingleton<AdministrationEndpoints>()
            .AddSingleton<ApiDescription>()
            .AddSingleton<OverviewState>()
            .AddSingleton<OverviewEndpoints>();

        var application = builder.Build();
        var services = application.Services;

        // Both listen to changes of proposals: they have to be there before the first one.
        services.GetRequiredService<NotificationDispatcher>();
        services.GetRequiredService<DecisionClock>();

        application.Use(services.GetRequiredService<ArrivalDelayMiddleware>().InvokeAsync);
        application.Use(services.GetRequiredService<TraceMiddleware>().InvokeAsync);
        application.Use(services.GetRequiredService<ErrorMiddleware>().InvokeAsync);
        if (!options.ListenOnAllInterfaces)
        {
            application.Use((context, next) =>
            {
                LocalCaller.RequireHost(context);
                return next(context);
            });
        }

        application.Use(services.GetRequiredService<RateLimitMiddleware>().InvokeAsync);
        application.Use(services.GetRequiredService<FaultMiddleware>().InvokeAsync);
        application.Use(services.GetRequiredService<AuthenticationMiddleware>().InvokeAsync);

        application.UseRouting();
        application.MapPost(ApiPath.Token, services.GetRequiredService<TokenEndpoint>().PostAsync);
        services.GetRequiredService<AdministrationEndpoints>().Map(application.MapGroup(ApiPath.Administration));
        services.GetRequiredService<OverviewEndpoints>().Map(application);

        var api = application.MapGroup(ApiPath.Base);
        api.MapConfiguration();
        services.GetRequiredService<ProposalEndpoints>().Map(api);
        services.GetRequiredService<DecisionEndpoints>().Map(api);
        services.GetRequiredService<NotificationEndpoints>().Map(api);
        return application;
    }

    private static Uri AddressOf(WebApplication application)
    {
        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        var bound = new Uri(addresses?.Addresses.Single()
            ?? throw new InvalidOperationException("Kestrel does not say which port it has bound."));
        return new UriBuilder(Uri.UriSchemeHttp, IPAddress.Loopback.ToString(), bound.Port).Uri;
    }
}
