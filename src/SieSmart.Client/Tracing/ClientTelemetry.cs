using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SieSmart.Client.Retries;
using SieSmart.Client.Throttling;
using SieSmart.Runtime;

namespace SieSmart.Client.Tracing;

/// <summary>What the pipeline tells about itself: spans, metrics and logs under the one name <see cref="Name"/>. Thread-safe.</summary>
internal sealed class ClientTelemetry : IDisposable
{
    /// <summary>The name of the activity source, the meter and the log category.</summary>
    public const string Name = "SieSmart.Client";

    private readonly Meter? _ownMeter;
    private readonly ActivitySource _activities = new(Name);
    private readonly ILogger _logger;
    private readonly Histogram<double> _callDuration;
    private readonly Histogram<double> _requestDuration;
    private readonly Histogram<double> _throttleWait;
    private readonly Counter<long> _rateLimited;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _tokenFetches;

    /// <summary>Creates the instruments.</summary>
    /// <param name="meterFactory">The container's; null for a meter of one's own.</param>
    /// <param name="loggerFactory">The container's; null for no logs.</param>
    public ClientTelemetry(IMeterFactory? meterFactory = null, ILoggerFactory? loggerFactory = null)
    {
        _ownMeter = meterFactory is null ? new Meter(Name) : null;
        var meter = _ownMeter ?? meterFactory!.Create(Name);
        _logger = loggerFactory?.CreateLogger(Name) ?? NullLogger.Instance;
        _callDuration = meter.CreateHistogram<double>("siesmart.client.call.duration", "s", "Duration of calls, with all of their attempts and waits.");
        _requestDuration = meter.CreateHistogram<double>("http.client.request.duration", "s", "Duration of HTTP client requests.");
        _throttleWait = meter.CreateHistogram<double>("siesmart.client.throttle.wait", "s", "How long requests waited for a permit.");
        _rateLimited = meter.CreateCounter<long>("siesmart.client.rate_limited", "{response}", "Answers with 429.");
        _retries = meter.CreateCounter<long>("siesmart.client.retries", "{attempt}", "Attempts after the first of a call.");
        _tokenFetches = meter.CreateCounter<long>("siesmart.client.token.fetches", "{request}", "Requests for an access token.");
    }

    /// <summary>Logs at the most verbose level are asked for.</summary>
    public bool IsVerbose => _logger.IsEnabled(LogLevel.Trace);

    /// <summary>A span, if somebody listens.</summary>
    public Activity? Start(string name, ActivityKind kind) => _activities.StartActivity(name, kind);

    /// <summary>Everything that is logged until the scope's end says which call it belongs to.</summary>
    public IDisposable? BeginScope(OperationContext context) => _logger.BeginScope(new CallScope(context));

    public void CallEnded(string operation, OperationContext? context, string? failure, int? statusCode, TimeSpan duration, in TagList tags)
    {
        _callDuration.Record(duration.TotalSeconds, tags);
        if (failure is null)
        {
            _logger.CallEnded(operation, statusCode ?? 0, context?.Attempts ?? 1, duration.TotalMilliseconds, context?.TraceId);
        }
        else
        {
            _logger.CallFailed(operation, failure, context?.Attempts ?? 1, duration.TotalMilliseconds, context?.TraceId);
        }
    }

    public void AttemptEnded(TimeSpan duration, in TagList tags) => _requestDuration.Record(duration.TotalSeconds, tags);

    public void Sending(int attempt, HttpRequestMessage request)
    {
        if (IsVerbose)
        {
            _logger.Sending(attempt, HeaderList.Of(request.Headers, request.Content?.Headers));
        }
    }

    public void Received(int attempt, HttpResponseMessage response)
    {
        if (IsVerbose)
        {
            _logger.Received(attempt, (int)response.StatusCode, HeaderList.Of(response.Headers, response.Content?.Headers));
        }
    }

    public void ThrottleWaited(TimeSpan wait, RequestPriority priority)
    {
        _throttleWait.Record(wait.TotalSeconds, new KeyValuePair<string, object?>(TagName.Priority, priority == RequestPriority.Bulk ? "bulk" : "interactive"));
        if (wait > TimeSpan.Zero)
        {
            _logger.ThrottleWaited(priority, wait.TotalMilliseconds);
        }
    }

    public void RateLimited(TimeSpan? retryAfter)
    {
        _rateLimited.Add(1, new KeyValuePair<string, object?>(TagName.HasRetryAfter, retryAfter is not null));
        _logger.RateLimited(retryAfter);
    }

    public void Retrying(OperationDescription? operation, int attempt, RetryReason reason, TimeSpan delay)
    {
        _retries.Add(1, new KeyValuePair<string, object?>(TagName.RetryReason, reason.ToString()));
        _logger.Retrying(operation?.ToString() ?? "A request", attempt, delay.TotalMilliseconds, reason);
    }

    public void TokenFetched(TimeSpan duration)
    {
        _tokenFetches.Add(1);
        _logger.TokenFetched(duration.TotalMilliseconds);
    }

    public void TokenFetchFailed(TimeSpan duration, Exception exception, bool oldTokenStillServes)
    {
        _tokenFetches.Add(1, new KeyValuePair<string, object?>(TagName.ErrorType, exception.GetType().FullName));
        _logger.TokenFetchFailed(exception, oldTokenStillServes);
    }

    public void CredentialsChanged(string client, string clientId) => _logger.CredentialsChanged(client, clientId);

    public void OptionsRefused(string client, string reason) => _logger.OptionsRefused(client, reason);

    public void Dispose()
    {
        _ownMeter?.Dispose();
        _activities.Dispose();
    }
}
