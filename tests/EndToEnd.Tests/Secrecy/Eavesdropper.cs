using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace EndToEnd.Tests.Secrecy;

/// <summary>Writes down all that anything in this process logs, measures or traces, at the most verbose level.</summary>
internal sealed class Eavesdropper : ILoggerProvider, ILogger
{
    private readonly ActivityListener _activities = new();
    private readonly MeterListener _meters = new();

    public Eavesdropper()
    {
        _activities.ShouldListenTo = static _ => true;
        _activities.Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded;
        _activities.ActivityStopped = span => Heard.Enqueue(
            $"{span.Source.Name} {span.DisplayName} {span.StatusDescription} {string.Concat(span.TagObjects)} {string.Concat(span.Baggage)} {string.Concat(span.Events.SelectMany(happening => happening.Tags))}");
        ActivitySource.AddActivityListener(_activities);

        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Heard.Enqueue($"{instrument.Name} {value} {string.Concat(tags.ToArray())}"));
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Heard.Enqueue($"{instrument.Name} {value} {string.Concat(tags.ToArray())}"));
        _meters.Start();
    }

    public ConcurrentQueue<string> Heard { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Write(state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Heard.Enqueue(formatter(state, exception) + exception);
        Write(state);
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }

    private void Write<TState>(TState state) => Heard.Enqueue(
        state is IEnumerable<KeyValuePair<string, object?>> values ? string.Concat(values) : $"{state}");
}
