using Microsoft.Extensions.Options;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using SieSmart.Client.Authentication;
using SieSmart.Client.Errors;
using SieSmart.Client.HealthChecks;
using SieSmart.Client.Preconditions;
using SieSmart.Client.Retries;
using SieSmart.Client.Security;
using SieSmart.Client.Throttling;
using SieSmart.Client.Tracing;
using SieSmart.Runtime;
using SieSmart.Runtime.Routing;

namespace SieSmart.Client;

/// <summary>The order of the handlers, and the adapter around them, in one place for both ways to make a client.</summary>
internal static class ClientPipeline
{
    /// <summary>
    /// Outermost first: tracing, checks of the request, retry, throttle, authentication, limits, observation. A request that is
    /// refused costs neither a permit nor a token; each attempt pays for its permit. The token is fetched after the wait for
    /// one, so it can't go stale in the queue; observation sits next to the transport, so that no attempt goes uncounted.
    /// </summary>
    public static IReadOnlyList<DelegatingHandler> CreateHandlers(ClientAccount account, SharedResources shared) =>
    [
        new CallTracingHandler(shared.Telemetry, shared.TimeProvider),
        new IfMatchHandler(new OperationRoutes(SieSmartClientOperations.All, account.Endpoints.BaseAddress)),
        new HeaderValueHandler(),
        new RetryHandler(RetryLimits.Of(account.Options), new RetryDelay(Randomness.Next), shared.Telemetry, shared.TimeProvider),
        new ThrottlingHandler(
            shared.BudgetFor(account.Options), account.Options.Priority, account.Options.QueueTimeout, shared.Telemetry, shared.TimeProvider),
        new AuthenticationHandler(account),
        new ReachabilityHandler(account.Reachability),
        new AttemptTracingHandler(shared.Telemetry, shared.TimeProvider),
        new BoundedAttemptHandler(account.Options.AttemptTimeout, account.Options.MaxResponseBytes, shared.TimeProvider),
        new OperationContextHandler(TraceIdHeader.Name, shared.TimeProvider),
    ];

    /// <summary>An HttpClient with all handlers, for a client made without dependency injection.</summary>
    /// <param name="options">The client's options.</param>
    /// <param name="transport">What sends, tokens' requests too; null for the transport and the tokens of the process.</param>
    public static HttpClient CreateHttpClient(SieSmartClientOptions options, HttpMessageHandler? transport)
    {
        var shared = SharedResources.OfProcess;
        var account = transport is null
            ? shared.CreateAccount(Options.DefaultName, () => options)
            : shared.CreateAccount(transport, () => options);
        var next = transport ?? HttpTransport.CreateHandler();
        foreach (var handler in CreateHandlers(account, shared).Reverse())
        {
            handler.InnerHandler = next;
            next = handler;
        }

        return HttpTransport.ConfigureForCalls(new HttpClient(next));
    }

    public static IRequestAdapter CreateAdapter(HttpClient httpClient, SieSmartClientOptions options, TimeProvider timeProvider)
    {
        // Tokens are the AuthenticationHandler's business: Kiota's provider would run before the wait for a permit.
        var inner = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: httpClient)
        {
            BaseUrl = SieSmartEndpoints.Of(options).BaseAddress.AbsoluteUri,
        };
        return new OperationRequestAdapter(
            inner,
            new OperationRequestAdapterOptions
            {
                Advice = new FailureAdvice(options.Environment).For,
                FieldErrors = FieldErrors.Of,
                TimeProvider = timeProvider,
            });
    }
}
