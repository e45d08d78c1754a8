using System.Globalization;
using CommandLine;
using FleetDemo.CommandLine;
using FleetDemo.Drawing;
using FleetDemo.Problems;
using FleetDemo.Reports;
using FleetDemo.Running;
using FleetDemo.Working;
using SieSmart.Sandbox;
using Spectre.Console;

// Ctrl+C cancels; System.CommandLine tells.
var parsed = new FleetCommand(DemonstrateAsync, Worker.RunAsync).Parse(args);
return parsed.TryRefuse(Console.Error) ? ParseResultExtensions.WrongUsage : await parsed.InvokeAsync();

static async Task<int> DemonstrateAsync(Settings settings, CancellationToken cancellationToken)
{
    var console = Terminal.Open();
    var budgetFolder = Directory.CreateTempSubdirectory("fleet-demo-");
    try
    {
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { RequestsPerWindow = settings.Limit, RateLimitWindow = settings.Window, Latency = TimeSpan.FromMilliseconds(50), RequestLogCapacity = 100_000 },
            cancellationToken);
        var display = new PhaseDisplay(console, TimeProvider.System);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Four programs, one address, and an API that takes {settings.Limit} requests in {settings.Window.TotalSeconds:0} s from it. People go first, jobs take what is left."));
        console.WriteLine();

        var alone = await ShowAsync("1. Each for itself", budget: null);

        // The API counts what was sent in the first phase for one window more, and a new budget knows nothing of it.
        await Task.Delay(settings.Window, TimeProvider.System, cancellationToken);
        var shared = await ShowAsync("2. One budget for all, UseMachineWideBudget()", budgetFolder.FullName);
        console.Write(Comparison.Draw(alone, shared, console.Profile.Capabilities.Interactive));
        return 0;

        async Task<IReadOnlyList<Reading>> ShowAsync(string title, string? budget)
        {
            using var phase = new Phase(title, settings, sandbox, budget);
            return await display.WatchAsync(phase, cancellationToken);
        }
    }
    catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
    {
        console.WriteLine("Stopped.");
        return 1;
    }
    catch (FleetDemoException failure)
    {
        console.WriteLine(failure.Message);
        return 1;
    }
    finally
    {
        budgetFolder.Delete(recursive: true);
    }
}
