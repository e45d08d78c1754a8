using System.Collections.Concurrent;
using SieSmart.Client.Authentication;
using SieSmart.Client.Throttling;
using SieSmart.Client.Tracing;

namespace SieSmart.Client;

/// <summary>
/// What clients have in common and handlers must not own: one request budget for each API host, one token for each set
/// of credentials. Thread-safe.
/// </summary>
internal sealed class SharedResources(Func<HttpClient> tokenHttpClient, TimeProvider timeProvider) : IDisposable
{
    /// <summary>Two minutes' worth of requests: beyond it a caller is told so rather than kept waiting.</summary>
    private const int QueuedMinutes = 2;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, RequestBudget> _budgets = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<ClientCredentials, AccessTokenSource> _tokenSources = new();

    /// <summary>
    /// Those of the process, for clients made without dependency injection. The one static with state here, because the
    /// API counts requests by IP address: two clients that don't know of each other must share what they may send.
    /// </summary>
    public static SharedResources OfProcess { get; } = CreateForProcess();

    public ClientTelemetry Telemetry { get; } = new();

    public RequestBudget BudgetFor(SieSmartClientOptions options)
    {
        var host = SieSmartEndpoints.Of(options).BaseAddress.Authority;
        var permits = options.RequestsPerMinute;
        var budget = _budgets.GetOrAdd(host, _ => new RequestBudget(permits, Window, permits * QueuedMinutes, timeProvider));
        budget.Restrict(permits);
        return budget;
    }

    public AccessTokenSource TokensFor(SieSmartClientOptions options)
    {
        var credentials = new ClientCredentials(
            SieSmartEndpoints.Of(options).TokenEndpoint,
            options.Audience,
            options.ClientId!,
            options.ClientSecret!);
        return _tokenSources.GetOrAdd(
            credentials,
            key => new AccessTokenSource(new TokenEndpointClient(tokenHttpClient, key), timeProvider));
    }

    public void Dispose()
    {
        foreach (var budget in _budgets.Values)
        {
            budget.Dispose();
        }

        Telemetry.Dispose();
    }

    private static SharedResources CreateForProcess()
    {
        var tokenHttpClient = HttpTransport.ConfigureForTokens(new HttpClient(HttpTransport.CreateHandler()));
        return new SharedResources(() => tokenHttpClient, TimeProvider.System);
    }
}
