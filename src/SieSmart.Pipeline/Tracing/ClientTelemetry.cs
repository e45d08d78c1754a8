using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SieSmart.Pipeline.Events;
using SieSmart.Runtime;

namespace SieSmart.Pipeline.Tracing;

/// <summary>What the pipeline tells about itself: spans, metrics and logs under one name. Thread-safe.</summary>
internal sealed class ClientTelemetry : IPipelineObserver, IDisposable
{
    // As OpenTelemetry has them for HTTP, and up to the longest call by default.
    private static readonly InstrumentAdvice<double> InSeconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120, 300],
    };

    private readonly Meter? _ownMeter;
    private readonly ActivitySource _activities;
    private readonly ILogger _logger;
    private readonly bool _isLogged;
    private readonly Histogram<double> _callDuration;

    // Made for those who ask for it alone: an instrument of this name and without a value would hide .NET's own.
    private readonly Lazy<Histogram<double>> _requestDuration;
    private readonly Histogram<double> _throttleWait;
    private readonly Counter<long> _rateLimited;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _tokenFetches;
    private readonly Counter<long> _sharedBudgetLosses;

    /// <summary>Creates the instruments.</summary>
    /// <param name="name">The name of the activity source, the meter and the log category.</param>
    /// <param name="prefix">What names of metrics and of tags of our own begin with.</param>
    /// <param name="meterFactory">The container's; null for a meter of one's own.</param>
    /// <param name="loggerFactory">The container's; null for no logs.</param>
    public ClientTelemetry(string name, string prefix, IMeterFactory? meterFactory = null, ILoggerFactory? loggerFactory = null)
    {
        Tags = new OwnTagNames(prefix);
        _activities = new ActivitySource(name);
        _ownMeter = meterFactory is null ? new Meter(name) : null;
        var meter = _ownMeter ?? meterFactory!.Create(name);
        _logger = loggerFactory?.CreateLogger(name) ?? NullLogger.Instance;
        _isLogged = _logger is not NullLogger;
        _callDuration = meter.CreateHistogram<double>($"{prefix}.client.call.duration", "s", "Duration of calls, with all of their attempts and waits.", tags: null, InSeconds);
        _requestDuration = new Lazy<Histogram<double>>(
            () => meter.CreateHistogram<double>("http.client.request.duration", "s", "Duration of HTTP client requests.", tags: null, InSeconds));
        _throttleWait = meter.CreateHistogram<double>($"{prefix}.client.throttle.wait", "s", "How long requests waited for a permit.", tags: null, InSeconds);
        _rateLimited = meter.CreateCounter<long>($"{prefix}.client.rate_limited", "{response}", "Answers with 429.");
        _retries = meter.CreateCounter<long>($"{prefix}.client.retries", "{attempt}", "Attempts after the first of a call.");
        _tokenFetches = meter.CreateCounter<long>($"{prefix}.client.token.fetches", "{request}", "Requests for an access token.");
        Budgets = new BudgetGauges(meter, Tags, prefix);
        _sharedBudgetLosses = meter.CreateCounter<long>($"{prefix}.client.shared_budget.losses", "{loss}", "How often the shared budget could not be asked any more.");
    }

    public OwnTagNames Tags { get; }

    /// <summary>What is told of the budgets of clients.</summary>
    public BudgetGauges Budgets { get; }

    /// <summary>Logs at the most verbose level are asked for.</summary>
    public bool IsVerbose => _logger.IsEnabled(LogLevel.Trace);

    /// <summary>Whether anybody would see or hear of a call.</summary>
    public bool TellsOfCalls => _isLogged || MeasuresCalls || _activities.HasListeners();

    /// <summary>Whether the durations of calls are measured.</summary>
    public bool MeasuresCalls => _callDuration.Enabled;

    /// <summary>Whether the waits for permits are told of.</summary>
    public bool TellsOfPermits => _isLogged || _throttleWait.Enabled;

    /// <summary>Whether anybody would see or hear of an attempt.</summary>
    /// <param name="measures">Whether their durations are offered to be measured.</param>
    public bool TellsOfAttempts(bool measures) => IsVerbose || (measures && _requestDuration.Value.Enabled) || _activities.HasListeners();

    /// <summary>A span, if somebody listens.</summary>
    public Activity? Start(string name, ActivityKind kind) => _activities.StartActivity(name, kind);

    /// <summary>Everything that is logged until the scope's end says which call it belongs to.</summary>
    public IDisposable? BeginScope(OperationContext context) => _logger.BeginScope(new CallScope(context));

    public void CallEnded(string operation, OperationContext? context, string? failure, int? statusCode, TimeSpan duration, in TagList tags)
    {
        _callDuration.Record(duration.TotalSeconds, tags);
        if (!_logger.IsEnabled(failure is null ? LogLevel.Debug : LogLevel.Warning))
        {
            return;
        }

        if (failure is null)
        {
            _logger.CallEnded(operation, statusCode ?? 0, AttemptsOf(context), duration.TotalMilliseconds, TraceOf(context));
        }
        else
        {
            _logger.CallFailed(operation, context is { IsInDoubt: true } ? $"outcome unknown ({failure})" : failure, AttemptsOf(context), duration.TotalMilliseconds, TraceOf(context));
        }
    }

    public void AttemptEnded(TimeSpan duration, in TagList tags) => _requestDuration.Value.Record(duration.TotalSeconds, tags);

    public void Sending(int attempt, HttpRequestMessage request, string traceIdHeader)
    {
        if (IsVerbose)
        {
            _logger.Sending(attempt, HeaderList.Of(request.Headers, request.Content?.Headers, traceIdHeader));
        }
    }

    public void Received(int attempt, HttpResponseMessage response, string traceIdHeader)
    {
        if (IsVerbose)
        {
            _logger.Received(attempt, (int)response.StatusCode, HeaderList.Of(response.Headers, response.Content?.Headers, traceIdHeader));
        }
    }

    public void Notify(PipelineEvent happened)
    {
        switch (happened)
        {
            case PermitAwaited awaited:
                _logger.ThrottleWaiting(awaited.Lane, Math.Ceiling(awaited.Expected.TotalSeconds), awaited.Ahead);
                break;
            case PermitGranted granted:
                Tell(granted);
                break;
            case RequestRateLimited limited:
                _rateLimited.Add(1, new KeyValuePair<string, object?>(Tags.HasRetryAfter, limited.RetryAfter is not null));
                _logger.RateLimited(limited.RetryAfter);
                break;
            case AttemptScheduled scheduled:
                _retries.Add(1, new KeyValuePair<string, object?>(Tags.RetryReason, scheduled.Reason));
                _logger.Retrying(scheduled.Operation?.ToString() ?? "A request", scheduled.Attempt, scheduled.Delay.TotalMilliseconds, scheduled.Reason);
                break;
            case TokenFetched fetched:
                _tokenFetches.Add(1);
                _logger.TokenFetched(fetched.Duration.TotalMilliseconds);
                break;
            case TokenFetchFailed failed:
                _tokenFetches.Add(1, new KeyValuePair<string, object?>(TagName.ErrorType, failed.Cause.GetType().FullName));
                _logger.TokenFetchFailed(failed.Cause, failed.OldTokenStillServes);
                break;
            case SharedBudgetLost lost:
                _sharedBudgetLosses.Add(1, new KeyValuePair<string, object?>(TagName.ErrorType, lost.Cause.GetType().FullName));
                _logger.SharedBudgetLost(lost.Cause.GetType().Name, lost.Share, lost.Permits);
                break;
            case SharedBudgetReturned returned:
                _logger.SharedBudgetReturned(Math.Round(returned.After.TotalSeconds, 1));
                break;
            case SharedTokenTaken taken:
                _logger.SharedTokenTaken(taken.Duration.TotalMilliseconds);
                break;
            case SharedTokenLost lost:
                _logger.SharedTokenLost(lost.Cause);
                break;
            case SharedTokenReturned returned:
                _logger.SharedTokenReturned(Math.Round(returned.After.TotalSeconds, 1));
                break;
            case SharedTokenUnreadable unreadable:
                _logger.SharedTokenUnreadable(unreadable.Reason);
                break;
            case CredentialsChanged changed:
                _logger.CredentialsChanged(changed.Client, changed.Account);
                break;
            case OptionsRefused refused:
                _logger.OptionsRefused(refused.Client, refused.Reason);
                break;
            case HostHandlersRemoved removed:
                _logger.HostHandlersRemoved(removed.Client, removed.Handlers);
                break;
        }
    }

    public void Dispose()
    {
        _ownMeter?.Dispose();
        _activities.Dispose();
    }

    private static string AttemptsOf(OperationContext? context) => context?.Attempts switch
    {
        null or 1 => "1 attempt",
        { } attempts => $"{attempts.ToString(CultureInfo.InvariantCulture)} attempts",
    };

    private static string TraceOf(OperationContext? context) => context?.TraceId is { } traceId ? $"trace id {traceId}" : "no trace id";

    private void Tell(PermitGranted granted)
    {
        _throttleWait.Record(granted.Wait.TotalSeconds, new KeyValuePair<string, object?>(Tags.Priority, granted.Lane.ToLowerInvariant()));
        if (granted.Wait > TimeSpan.Zero)
        {
            _logger.ThrottleWaited(granted.Lane, granted.Wait.TotalMilliseconds);
        }
    }
}
