using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SieSmart.Client.Tests.Tracing;

/// <summary>Listens as OpenTelemetry's exporters do: spans, measurements and logs of the client of one container.</summary>
internal sealed class Recording : ILoggerProvider, ILogger, ISupportExternalScope
{
    private const string Name = "SieSmart.Client";

    private readonly ActivityListener _activities = new();
    private readonly MeterListener _meters = new();
    private readonly int _port;
    private IExternalScopeProvider? _scopes;

    /// <summary>Activity sources are the process's own, so only spans of requests to one server count, and those around them.</summary>
    public Recording(Uri server)
    {
        _port = server.Port;
        _activities.ShouldListenTo = source => source.Name == Name;
        _activities.Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded;
        _activities.ActivityStopped = span =>
        {
            if (Equals(span.GetTagItem("server.port"), _port))
            {
                Spans.Enqueue(span);
            }
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public ConcurrentQueue<Activity> Spans { get; } = new();

    public ConcurrentQueue<Measurement> Measurements { get; } = new();

    public ConcurrentQueue<string> Lines { get; } = new();

    public void Listen(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Name && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Measurements.Enqueue(new(instrument.Name, value, Of(tags))));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Measurements.Enqueue(new(instrument.Name, value, Of(tags))));
        _meters.Start();
    }

    public IEnumerable<Measurement> Of(string instrument) => Measurements.Where(measurement => measurement.Instrument == instrument);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _scopes?.Push(state);

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var scopes = new List<string>();
        _scopes?.ForEachScope((scope, list) => list.Add($"{scope}"), scopes);
        Lines.Enqueue($"{logLevel}: {formatter(state, exception)} [{string.Join(" | ", scopes)}]");
    }

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private static Dictionary<string, object?> Of(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        new(tags.ToArray(), StringComparer.Ordinal);

    internal sealed record Measurement(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);
}
