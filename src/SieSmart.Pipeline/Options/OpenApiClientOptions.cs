using Microsoft.Kiota.Abstractions.Serialization;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;

namespace SieSmart.Pipeline;

/// <summary>
/// How a generated client reaches its API. Bound from the configuration section that bears the client's name, and checked when
/// the application starts or the client is constructed.
/// </summary>
/// <remarks>Not thread-safe. What a client was made with is read when it is made, and must not be changed afterwards.</remarks>
public sealed class OpenApiClientOptions
{
    /// <summary>
    /// The absolute address that the document's paths begin after, with or without a slash at its end. Must be https, or http to a
    /// loopback host. Required.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Who the calls are made for. Required: a client that needs no credentials says so by <see cref="AuthenticationOptions.AllowAnonymous"/>.</summary>
    public AuthenticationOptions Authentication { get; set; } = new();

    /// <summary>What the API allows in a period, so that the client sends no more; null (the default) for no limit.</summary>
    public RateLimitOptions? RateLimit { get; set; }

    /// <summary>
    /// The budget that requests are paid from, for instance one whose permits come from a rate limiter or are shared with other
    /// processes; null (the default) for the one that all clients of an API host have in common. <see cref="RateLimit"/> has no effect
    /// on it, and it stays its creator's to dispose of.
    /// </summary>
    public RequestBudget? Budget { get; set; }

    /// <summary>
    /// The lane that requests wait in when the budget is used up; <see cref="RequestPriority.Interactive"/> by default. A
    /// <see cref="RequestPriorityOption"/> overrides it for one request.
    /// </summary>
    public RequestPriority Priority { get; set; } = RequestPriority.Interactive;

    /// <summary>
    /// How long an attempt may wait for its turn, more than zero; 2.5 minutes by default. A request that would wait longer is not sent
    /// and fails with a <see cref="RateLimitExceededException"/>.
    /// </summary>
    public TimeSpan QueueTimeout { get; set; } = TimeSpan.FromMinutes(2.5);

    /// <summary>
    /// How long one attempt may take from being sent until its answer is read, more than zero; 60 seconds by default. The
    /// wait for its turn and for a token doesn't count.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a call may take in all, with every attempt and every wait, more than zero; 5 minutes by default.</summary>
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

    /// <summary>The response header in which the API names its trace id; <c>X-Trace-Id</c> by default. Not empty.</summary>
    public string TraceIdHeader { get; set; } = "X-Trace-Id";

    /// <summary>
    /// Whether HTTP handlers that the host adds to all clients by default (<c>ConfigureHttpClientDefaults</c>) are kept; false
    /// by default. One of those that resends requests could make two writes out of one. Without dependency injection it has no effect.
    /// </summary>
    public bool KeepHostHandlers { get; set; }

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

    /// <summary>
    /// The client's operations, as the generated class <c>…Operations</c> lists them; none by default. With them a request that was
    /// built by hand, or by Kiota's own code, is held to the If-Match rule of its operation, and told of by its name.
    /// </summary>
    public IReadOnlyList<OperationDescription> Operations { get; set; } = [];

    /// <summary>
    /// A sentence of advice that fits a failed call, put at the end of its exception's message; null (the default) adds nothing.
    /// Called on the failing call's thread, so it must not block or throw.
    /// </summary>
    public Func<OperationContext, string?>? Advice { get; set; }

    /// <summary>
    /// Takes the field errors out of the API's error object, for <see cref="RequestRejectedException.FieldErrors"/>; null (the default)
    /// for none. Must not throw.
    /// </summary>
    public Func<IParsable, IReadOnlyList<FieldError>>? FieldErrors { get; set; }

    /// <summary>
    /// The name of your application in the <c>User-Agent</c> header, without spaces, before that of this library; null (the default) for none. The API's
    /// support can tell by it whose requests are whose.
    /// </summary>
    public string? ApplicationId { get; set; }

    /// <summary>
    /// The name of the installation that the addresses belong to, where an API has several; null by default. Options that name
    /// another one don't take effect in a running client.
    /// </summary>
    public string? Installation { get; set; }

    /// <summary>The options without a secret.</summary>
    public override string ToString() =>
        $"{nameof(OpenApiClientOptions)} {{ BaseAddress = {AddressText.Of(BaseAddress)}, Authentication = {Authentication}, RateLimit = {RateLimit} }}";
}
