using System.Diagnostics.Metrics;
using SieSmart.Client.Retries;
using SieSmart.Client.Throttling;
using SieSmart.Runtime;

namespace SieSmart.Client.Tracing;

/// <summary>What the pipeline tells about itself, under the one name <see cref="Name"/>. Thread-safe.</summary>
internal sealed class ClientTelemetry : IDisposable
{
    /// <summary>The name of the activity source, the meter and the log category.</summary>
    public const string Name = "SieSmart.Client";

    private readonly Meter _meter = new(Name);
    private readonly Histogram<double> _throttleWait;
    private readonly Counter<long> _rateLimited;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _tokenFetches;

    public ClientTelemetry()
    {
        _throttleWait = _meter.CreateHistogram<double>("siesmart.client.throttle.wait", "s", "How long requests waited for a permit.");
        _rateLimited = _meter.CreateCounter<long>("siesmart.client.rate_limited", "{response}", "Answers with 429.");
        _retries = _meter.CreateCounter<long>("siesmart.client.retries", "{attempt}", "Attempts after the first of a call.");
        _tokenFetches = _meter.CreateCounter<long>("siesmart.client.token.fetches", "{request}", "Requests for an access token.");
    }

    public void ThrottleWaited(TimeSpan wait, RequestPriority priority) =>
        _throttleWait.Record(wait.TotalSeconds, new KeyValuePair<string, object?>("siesmart.priority", priority == RequestPriority.Bulk ? "bulk" : "interactive"));

    public void RateLimited(TimeSpan? retryAfter) => _rateLimited.Add(1, new KeyValuePair<string, object?>("siesmart.retry_after.given", retryAfter is not null));

    public void Retrying(OperationDescription? operation, int attempt, RetryReason reason, TimeSpan delay) =>
        _retries.Add(1, new KeyValuePair<string, object?>("siesmart.retry.reason", reason.ToString()));

    public void TokenFetched(TimeSpan duration) => _tokenFetches.Add(1);

    public void TokenFetchFailed(TimeSpan duration, Exception exception, bool oldTokenStillServes) =>
        _tokenFetches.Add(1, new KeyValuePair<string, object?>("error.type", exception.GetType().FullName));

    public void Dispose() => _meter.Dispose();
}
