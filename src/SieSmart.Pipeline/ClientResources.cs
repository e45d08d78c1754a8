using System.Collections.Concurrent;
using SieSmart.Pipeline.Authentication;
using SieSmart.Pipeline.Sharing.Tokens;
using SieSmart.Pipeline.Throttling;
using SieSmart.Pipeline.Tracing;
using SieSmart.Runtime;

namespace SieSmart.Pipeline;

/// <summary>
/// What clients have in common and handlers must not own: one token for each set of credentials, and what is told of them. Their budgets
/// are the process's. Thread-safe.
/// </summary>
internal sealed class ClientResources : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<ClientIdentity, Lazy<ClientTelemetry>> _telemetry = new();
    private readonly Func<ClientIdentity, ClientTelemetry> _createTelemetry;
    private readonly AccessTokenSources _tokenSources = new();

    /// <param name="timeProvider">The clock of all that waits.</param>
    /// <param name="createTelemetry">Makes what is told of the happenings; disposed of along with the rest.</param>
    public ClientResources(TimeProvider timeProvider, Func<ClientIdentity, ClientTelemetry> createTelemetry)
    {
        TimeProvider = timeProvider;
        _createTelemetry = createTelemetry;
    }

    /// <summary>
    /// Those of the process, for clients made without dependency injection, which have no container to share tokens in.
    /// </summary>
    public static ClientResources OfProcess { get; } = new(TimeProvider.System, CreateTelemetry);

    /// <summary>What clients without a transport of their own fetch tokens with.</summary>
    private static HttpClient TokenHttpClient { get; } = HttpTransport.ConfigureForTokens(new HttpClient(HttpTransport.CreateHandler()));

    public TimeProvider TimeProvider { get; }

    public ClientTelemetry TelemetryOf(ClientIdentity identity) =>
        _telemetry.GetOrAdd(identity, one => new Lazy<ClientTelemetry>(() => _createTelemetry(one))).Value;

    /// <param name="identity">Which client it is.</param>
    /// <param name="name">The name of the client's options; empty for the unnamed one.</param>
    /// <param name="readOptions">The valid options as they are now, the same instance until they change.</param>
    /// <param name="tokenHttpClient">What the client asks for tokens with.</param>
    /// <param name="useOwnBudget">Finds what pays for the client's requests, if it isn't what others pay with; null for that.</param>
    /// <param name="sharedTokens">How the client shares its tokens with other processes; null if it doesn't. With it, it has its own of them here.</param>
    public ClientAccount CreateAccount(
        ClientIdentity identity,
        string name,
        Func<OpenApiClientOptions> readOptions,
        Func<HttpClient> tokenHttpClient,
        Func<OpenApiClientOptions, BudgetUse>? useOwnBudget = null,
        SharedTokens? sharedTokens = null) =>
        CreateAccount(identity, name, readOptions, tokenHttpClient, sharedTokens is null ? _tokenSources : new AccessTokenSources(), useOwnBudget ?? UseBudget, sharedTokens);

    /// <param name="identity">Which client it is.</param>
    /// <param name="options">The valid options.</param>
    /// <param name="transport">
    /// What sends the account's requests; null for the transport of the process. With one, its tokens are its own: those of the
    /// process come by another way, which this one may have been given to avoid.
    /// </param>
    public ClientAccount CreateAccount(ClientIdentity identity, OpenApiClientOptions options, HttpMessageHandler? transport)
    {
        if (transport is null)
        {
            return CreateAccount(identity, string.Empty, () => options, () => TokenHttpClient);
        }

        var tokenHttpClient = HttpTransport.ConfigureForTokens(new HttpClient(transport, disposeHandler: false));
        return CreateAccount(identity, string.Empty, () => options, () => tokenHttpClient, new AccessTokenSources(), UseBudget, sharedTokens: null);
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        foreach (var telemetry in _telemetry.Values)
        {
            telemetry.Value.Dispose();
        }
    }

    private BudgetUse UseBudget(OpenApiClientOptions options) => options.Budget is { } own
        ? new BudgetUse(own, leave: null)
        : RequestBudgets.OfProcess.Use(options.BaseAddress!.Authority, options.RateLimit, TimeProvider);

    private static ClientTelemetry CreateTelemetry(ClientIdentity identity) => new(identity.TelemetryName, identity.TelemetryPrefix);

    private ClientAccount CreateAccount(
        ClientIdentity identity,
        string name,
        Func<OpenApiClientOptions> readOptions,
        Func<HttpClient> tokenHttpClient,
        AccessTokenSources tokenSources,
        Func<OpenApiClientOptions, BudgetUse> useBudget,
        SharedTokens? sharedTokens)
    {
        var telemetry = TelemetryOf(identity);
        var timing = new TokenTiming(Randomness.Next, RequestBudget.LongestPause);
        var account = new ClientAccount(
            name,
            readOptions,
            tokenSources,
            CreateSource,
            useBudget,
            identity.Settings,
            telemetry,
            TimeProvider);
        telemetry.Budgets.Watch(account);
        return account;

        AccessTokenSource CreateSource(ClientCredentials credentials)
        {
            var endpoint = new TokenEndpointClient(tokenHttpClient, credentials, identity.Settings, timing, TimeProvider);
            return new AccessTokenSource(sharedTokens?.Share(endpoint, credentials) ?? endpoint, timing, TimeProvider, telemetry, identity.Settings, _stopping.Token);
        }
    }
}
