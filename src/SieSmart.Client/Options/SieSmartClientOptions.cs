using System.Diagnostics;
using SieSmart.Pipeline;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;

namespace SieSmart.Client;

/// <summary>
/// How a client reaches the SieSmart API. Bound from the configuration section <c>SieSmart</c>, and checked when the
/// application starts or the client is constructed.
/// </summary>
public sealed class SieSmartClientOptions
{
    /// <summary>The configuration section that the options are bound from.</summary>
    public const string SectionName = "SieSmart";

    /// <summary>The audience that access tokens are asked for; the same in both environments.</summary>
    public const string DefaultAudience = "https://api.siesmart.com/b2b";

    /// <summary>What the API allows for each connecting IP address.</summary>
    public const int DefaultRequestsPerMinute = 100;

    /// <summary>The environment to talk to; <see cref="SieSmartEnvironment.Test"/> by default.</summary>
    public SieSmartEnvironment Environment { get; set; } = SieSmartEnvironment.Test;

    /// <summary>
    /// Another address for the API, its version segment included, for instance that of a local sandbox; null uses the
    /// environment's. Must be https, or http to a loopback host. Set <see cref="TokenEndpoint"/> along with it.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Another address to get access tokens from; null uses the environment's. Must be https, or http to a loopback host.
    /// Set <see cref="BaseAddress"/> along with it.
    /// </summary>
    public Uri? TokenEndpoint { get; set; }

    /// <summary>The client id that Siemens Financial Services issued for the environment. Required.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret of that client id. Required. Never logged and never part of an exception.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ClientSecret { get; set; }

    /// <summary>The audience that access tokens are asked for; <see cref="DefaultAudience"/> by default.</summary>
    public string Audience { get; set; } = DefaultAudience;

    /// <summary>
    /// How many requests may be sent in any 60 seconds, at least 1; <see cref="DefaultRequestsPerMinute"/> by default.
    /// All clients of one API host share them; where they differ, the smallest number holds. Lower it if other processes
    /// behind the same IP address use the API too.
    /// </summary>
    public int RequestsPerMinute { get; set; } = DefaultRequestsPerMinute;

    /// <summary>
    /// How many requests may wait for their turn at a time, 0 or more; null (the default) for two minutes' worth of what may be sent now.
    /// Beyond it a caller is told so rather than kept waiting. All clients of one API host share the queue; the smallest number holds.
    /// </summary>
    public int? QueueLimit { get; set; }

    /// <summary>
    /// The budget that requests are paid from, for instance one whose permits come from a rate limiter or are shared with other
    /// processes; null (the default) for the one that all clients of an API host have in common. <see cref="RequestsPerMinute"/>
    /// and <see cref="QueueLimit"/> have no effect on it, and it stays its creator's to dispose of.
    /// </summary>
    public RequestBudget? Budget { get; set; }

    /// <summary>
    /// The lane that requests wait in when the budget is used up; <see cref="RequestPriority.Interactive"/> by default. A
    /// <see cref="RequestPriorityOption"/> overrides it for one request.
    /// </summary>
    public RequestPriority Priority { get; set; } = RequestPriority.Interactive;

    /// <summary>
    /// How long an attempt may wait for its turn, more than zero; 2.5 minutes by default, a little more than a full queue takes. A
    /// request that would wait longer is not sent and fails with a <see cref="RateLimitExceededException"/>.
    /// </summary>
    public TimeSpan QueueTimeout { get; set; } = TimeSpan.FromMinutes(2.5);

    /// <summary>
    /// How long one attempt may take from being sent until its answer is read, more than zero; 60 seconds by default. The
    /// wait for its turn and for a token doesn't count.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long a call may take in all, with every attempt and every wait, more than zero; 5 minutes by default.
    /// </summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How often a call is repeated at the most when that is known to do no harm, 0 to 10; 3 by default. The one repetition
    /// after a rejected token doesn't count.
    /// </summary>
    public int MaxRetries { get; set; } = 3;

    /// <summary>
    /// The largest answer that is read, in bytes, at least 1024; 32 MiB by default. A larger one fails with a
    /// <see cref="ResponseUnreadableException"/>.
    /// </summary>
    public int MaxResponseBytes { get; set; } = 32 * 1024 * 1024;

    /// <summary>
    /// Whether HTTP handlers that the host adds to all clients by default (<c>ConfigureHttpClientDefaults</c>) are kept; false
    /// by default. One of those that resends requests could create a proposal twice. Without dependency injection it has no effect.
    /// </summary>
    public bool KeepHostHandlers { get; set; }

    /// <summary>
    /// The name of your application in the <c>User-Agent</c> header, without spaces; null (the default) for none. SFS's support can tell by
    /// it whose requests are whose.
    /// </summary>
    public string? ApplicationId { get; set; }

    /// <summary>
    /// Whether each attempt is measured as <c>http.client.request.duration</c>, too; false by default, since from .NET 8 on .NET's own meter
    /// <c>System.Net.Http</c> has it, and both together would count each request twice.
    /// </summary>
    public bool MeasureRequests { get; set; }

    /// <summary>
    /// Whether the client's own span is the only one of an attempt; false by default, so that .NET's span of the HTTP request stands
    /// within it. The client then tells the server of its span itself. A transport of your own goes on making spans until its
    /// <c>ActivityHeadersPropagator</c> is null.
    /// </summary>
    public bool SuppressHttpSpans { get; set; }

    /// <summary>The options without the secret.</summary>
    public override string ToString() =>
        $"{nameof(SieSmartClientOptions)} {{ Environment = {Environment}, BaseAddress = {AddressText.Of(BaseAddress)}, TokenEndpoint = {AddressText.Of(TokenEndpoint)}, ClientId = {ClientId}, ClientSecret = ***, Audience = {Audience}, RequestsPerMinute = {RequestsPerMinute} }}";
}
