using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SieSmart.Client.Authentication;
using SieSmart.Client.Throttling;
using SieSmart.Client.Tracing;
using SieSmart.Runtime;

namespace SieSmart.Client;

/// <summary>
/// What clients have in common and handlers must not own: one request budget for each API host, one token for each set
/// of credentials. Thread-safe.
/// </summary>
internal sealed class SharedResources : IDisposable
{
    /// <summary>Two minutes' worth of requests: beyond it a caller is told so rather than kept waiting.</summary>
    private const int QueuedMinutes = 2;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, RequestBudget> _budgets = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Func<string, HttpClient> _tokenHttpClient;
    private readonly AccessTokenSources _tokenSources;

    /// <param name="tokenHttpClient">What the client of that name asks for tokens with.</param>
    /// <param name="timeProvider">The clock of all that waits.</param>
    /// <param name="telemetry">Told of what happens; disposed of along with the rest.</param>
    public SharedResources(Func<string, HttpClient> tokenHttpClient, TimeProvider timeProvider, ClientTelemetry telemetry)
    {
        Telemetry = telemetry;
        TimeProvider = timeProvider;
        _tokenHttpClient = tokenHttpClient;
        _tokenSources = CreateTokenSources();
    }

    /// <summary>
    /// Those of the process, for clients made without dependency injection. The one static with state here, because the
    /// API counts requests by IP address: two clients that don't know of each other must share what they may send.
    /// </summary>
    public static SharedResources OfProcess { get; } = CreateForProcess();

    public TimeProvider TimeProvider { get; }

    public ClientTelemetry Telemetry { get; }

    /// <param name="name">The client's name; empty for the unnamed one.</param>
    /// <param name="readOptions">The valid options as they are now, the same instance until they change.</param>
    public ClientAccount CreateAccount(string name, Func<SieSmartClientOptions> readOptions) =>
        new(name, readOptions, _tokenSources, () => _tokenHttpClient(name), Telemetry, TimeProvider);

    /// <param name="transport">
    /// What sends the account's requests. Its tokens are its own: those of the process come by another way, which this one may
    /// have been given to avoid.
    /// </param>
    /// <param name="readOptions">The valid options as they are now, the same instance until they change.</param>
    public ClientAccount CreateAccount(HttpMessageHandler transport, Func<SieSmartClientOptions> readOptions)
    {
        var tokenHttpClient = HttpTransport.ConfigureForTokens(new HttpClient(transport, disposeHandler: false));
        return new(Options.DefaultName, readOptions, CreateTokenSources(), () => tokenHttpClient, Telemetry, TimeProvider);
    }

    public RequestBudget BudgetFor(SieSmartClientOptions options)
    {
        if (options.Budget is { } own)
        {
            return own;
        }

        var host = SieSmartEndpoints.Of(options).BaseAddress.Authority;
        var permits = options.RequestsPerMinute;
        var budget = _budgets.GetOrAdd(host, _ => new RequestBudget(permits, Window, permits * QueuedMinutes, TimeProvider));
        budget.Restrict(permits);
        return budget;
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
        foreach (var budget in _budgets.Values)
        {
            budget.Dispose();
        }

        Telemetry.Dispose();
    }

    private AccessTokenSources CreateTokenSources()
    {
        var timing = new TokenTiming(Randomness.Next);
        return new((credentials, httpClient) => new AccessTokenSource(
            new TokenEndpointClient(httpClient, credentials, TimeProvider), timing, TimeProvider, Telemetry, _stopping.Token));
    }

    private static SharedResources CreateForProcess()
    {
        var tokenHttpClient = HttpTransport.ConfigureForTokens(new HttpClient(HttpTransport.CreateHandler()));
        return new SharedResources(_ => tokenHttpClient, TimeProvider.System, new ClientTelemetry());
    }
}
