using SieSmart.Pipeline.Authentication;
using SieSmart.Pipeline.Endings;
using SieSmart.Pipeline.HealthChecks;
using SieSmart.Pipeline.Preconditions;
using SieSmart.Pipeline.Retries;
using SieSmart.Pipeline.Security;
using SieSmart.Pipeline.Throttling;
using SieSmart.Pipeline.Tracing;
using SieSmart.Runtime;

namespace SieSmart.Pipeline;

/// <summary>The order of the handlers, and the adapter around them, in one place for both ways to make a client.</summary>
internal static class ClientPipeline
{
    /// <summary>
    /// Outermost first: tracing, checks of the request, retry, throttle, authentication, limits. A request that is
    /// refused costs neither a permit nor a token; each attempt pays for its permit. The token is fetched after the wait for
    /// one, so it can't go stale in the queue. Handlers of the host's come next, then <see cref="CreateInnermostHandlers"/>.
    /// </summary>
    public static IReadOnlyList<DelegatingHandler> CreateHandlers(ClientIdentity identity, ClientAccount account, ClientResources resources) =>
        CreateHandlers(identity, account, resources, hasGuard: true);

    /// <summary>
    /// Next to the transport, inside the handlers of the host's: what those resend is refused or pays, and no attempt goes uncounted.
    /// </summary>
    public static IReadOnlyList<DelegatingHandler> CreateInnermostHandlers(ClientIdentity identity, ClientAccount account, ClientResources resources) =>
        [new ResendGuard(PermitsOf(identity, account, resources)), CreateObserver(account, resources)];

    private static IReadOnlyList<DelegatingHandler> CreateHandlers(ClientIdentity identity, ClientAccount account, ClientResources resources, bool hasGuard)
    {
        var (options, time, telemetry) = (account.Options, resources.TimeProvider, resources.TelemetryOf(identity));
        return
        [
            new CallTracingHandler(telemetry, time),
            new IfMatchHandler(options.Operations, options.BaseAddress!),
            new HeaderValueHandler(),
            new RetryHandler(
                new RetryLimits(options.MaxRetries, options.TotalTimeout, options.QueueTimeout, CanRenewCredentials(options.Authentication)),
                new RetryDelay(Randomness.Next),
                telemetry,
                time,
                hasGuard),
            new ThrottlingHandler(PermitsOf(identity, account, resources)),
            new AuthenticationHandler(options.BaseAddress!, account.CurrentCredentials),
            new ReachabilityHandler(account.Reachability),
            new AttemptTracingHandler(telemetry, options.TraceIdHeader, options.MeasureRequests, options.SuppressHttpSpans, time),
            new BoundedAttemptHandler(options.AttemptTimeout, options.MaxResponseBytes, time),
        ];
    }

    private static OperationContextHandler CreateObserver(ClientAccount account, ClientResources resources) =>
        new(account.Options.TraceIdHeader, resources.TimeProvider);

    private static PermitSource PermitsOf(ClientIdentity identity, ClientAccount account, ClientResources resources) =>
        new(account.Budget, account.Options.Priority, account.Options.QueueTimeout, resources.TelemetryOf(identity), resources.TimeProvider);

    /// <summary>A key stays what it is, however often it is shown.</summary>
    private static bool CanRenewCredentials(AuthenticationOptions authentication) =>
        authentication.ClientCredentials is not null || authentication.Bearer is not null;

    /// <summary>An HttpClient with all handlers, for a client made without dependency injection.</summary>
    /// <param name="identity">Which client it is for.</param>
    /// <param name="account">Whose calls it makes.</param>
    /// <param name="resources">What it shares with others.</param>
    /// <param name="transport">What sends; null for a transport of its own.</param>
    /// <param name="lifetime">Says when the client is disposed of.</param>
    public static HttpClient CreateHttpClient(
        ClientIdentity identity,
        ClientAccount account,
        ClientResources resources,
        HttpMessageHandler? transport,
        ClientLifetime lifetime)
    {
        var next = transport ?? HttpTransport.CreateHandler(account.Options.SuppressHttpSpans);
        IEnumerable<DelegatingHandler> handlers =
        [
            new LifetimeHandler(lifetime),
            // Nobody can put a handler between these, so there is nothing to guard against.
            .. CreateHandlers(identity, account, resources, hasGuard: false),
            CreateObserver(account, resources),
        ];
        foreach (var handler in handlers.Reverse())
        {
            handler.InnerHandler = next;
            next = handler;
        }

        return HttpTransport.ConfigureForCalls(new HttpClient(next));
    }

    public static OperationRequestAdapter CreateAdapter(HttpClient httpClient, OpenApiClientOptions options, TimeProvider timeProvider)
    {
        HttpTransport.NameCaller(httpClient, options.ApplicationId);

        var inner = new HttpRequestAdapter(httpClient) { BaseUrl = options.BaseAddress!.AbsoluteUri };
        return new OperationRequestAdapter(
            inner,
            new OperationRequestAdapterOptions { Advice = options.Advice, FieldErrors = options.FieldErrors, Operations = options.Operations, TimeProvider = timeProvider });
    }
}
