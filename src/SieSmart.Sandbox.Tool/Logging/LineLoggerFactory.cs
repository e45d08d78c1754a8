using Microsoft.Extensions.Logging;

namespace SieSmart.Sandbox.Tool.Logging;

/// <summary>Writes what the sandbox itself logs, one line each. What Kestrel logs is left out.</summary>
internal sealed class LineLoggerFactory(TextWriter writer, TimeProvider timeProvider) : ILoggerFactory
{
    private readonly TextWriter _writer = TextWriter.Synchronized(writer);

    public ILogger CreateLogger(string categoryName)
        => new LineLogger(
            _writer, timeProvider, isEnabled: categoryName.StartsWith("SieSmart.", StringComparison.Ordinal));

    public void AddProvider(ILoggerProvider provider)
        => throw new NotSupportedException("The sandbox's log has one writer.");

    public void Dispose()
    {
        // The writer belongs to the caller.
    }
}
