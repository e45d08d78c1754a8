using CommandLine;
using Microsoft.AspNetCore.Connections;
using SieSmart.Sandbox.Tool.Logging;

namespace SieSmart.Sandbox.Tool;

/// <summary>The <c>siesmart-sandbox</c> tool.</summary>
internal static class Program
{
    private const int Success = 0;
    private const int CouldNotStart = 1;

    private static async Task<int> Main(string[] arguments)
    {
        using var loggers = new LineLoggerFactory(Console.Out, TimeProvider.System);
        var parsed = new SandboxCommand(loggers, RunAsync).Parse(arguments);
        return parsed.TryRefuse(Console.Error)
            ? ParseResultExtensions.WrongUsage
            : await parsed.InvokeAsync(new() { ProcessTerminationTimeout = Timeout.InfiniteTimeSpan, EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
    }

    private static async Task<int> RunAsync(SandboxOptions options, CancellationToken stopped)
    {
        SandboxServer sandbox;
        try
        {
            sandbox = await SandboxServer.StartAsync(options, CancellationToken.None).ConfigureAwait(false);
        }
        catch (IOException exception)
        {
            var advice = exception.InnerException is AddressInUseException ? " Choose another port: --port <number>." : null;
            await Console.Error.WriteLineAsync($"Could not start: {exception.Message}{advice}").ConfigureAwait(false);
            return CouldNotStart;
        }

        await using (sandbox.ConfigureAwait(false))
        {
            await Console.Out.WriteLineAsync(Welcome.Text(sandbox)).ConfigureAwait(false);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopped).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Success;
    }
}
