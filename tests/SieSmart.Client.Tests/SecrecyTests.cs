using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SieSmart.Client.Tests.Support;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests;

public sealed class SecrecyTests
{
    [Fact]
    public async Task Neither_secret_nor_token_is_in_a_log_or_an_exception()
    {
        await using var api = await StubApi.StartAsync();
        var log = new LogSink();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddSieSmartClient(api.Configure);
        await using var provider = services.BuildServiceProvider();
        var output = new List<string>();

        await provider.Client().WriteAsync();
        foreach (var status in new[] { 400, 401, 403, 404, 412, 429, 500, 503 })
        {
            api.Answer = http => StubServer.AnswerAsync(http, status, """{"message":"no"}""", headers: ("Retry-After", "0"));
            output.Add((await Assert.ThrowsAnyAsync<SieSmartException>(() => provider.Client().WriteAsync())).ToString());
        }

        Assert.NotEmpty(log.Lines);
        Assert.Contains(log.Lines, line => line.StartsWith("Attempt 1 sends", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains("Authorization", StringComparison.Ordinal));
        Assert.All([.. log.Lines, .. output], line =>
        {
            Assert.DoesNotContain(StubApi.ClientSecret, line, StringComparison.Ordinal);
            Assert.DoesNotContain("token-", line, StringComparison.Ordinal);
        });
    }

    private sealed class LogSink : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? string.Empty);
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
