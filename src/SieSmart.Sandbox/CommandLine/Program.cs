using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;

namespace SieSmart.Sandbox.CommandLine;

/// <summary>The <c>siesmart-sandbox</c> tool.</summary>
internal static class Program
{
    private const int Success = 0;
    private const int CouldNotStart = 1;
    private const int WrongUsage = 2;

    private static async Task<int> Main(string[] arguments)
    {
        using var loggers = new LineLoggerFactory(Console.Out, TimeProvider.System);
        ToolArguments parsed;
        try
        {
            parsed = ToolArguments.Parse(arguments, loggers);
        }
        catch (FormatException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return WrongUsage;
        }

        if (parsed.IsHelp)
        {
            await Console.Out.WriteLineAsync(ToolArguments.Help).ConfigureAwait(false);
            return Success;
        }

        return await RunAsync(parsed.Options).ConfigureAwait(false);
    }

    private static async Task<int> RunAsync(SandboxOptions options)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

        SandboxServer sandbox;
        try
        {
            sandbox = await SandboxServer.StartAsync(options).ConfigureAwait(false);
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
            await stopped.Task.ConfigureAwait(false);
        }

        return Success;

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stopped.TrySetResult();
        }
    }
}
