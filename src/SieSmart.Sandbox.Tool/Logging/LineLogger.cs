using System.Globalization;
using Microsoft.Extensions.Logging;

namespace SieSmart.Sandbox.Tool.Logging;

internal sealed class LineLogger(TextWriter writer, TimeProvider timeProvider, bool isEnabled) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => isEnabled && logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        var time = timeProvider.GetLocalNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
        writer.WriteLine($"{time} {formatter(state, exception)}{(exception is null ? string.Empty : $"\n{exception}")}");
    }
}
