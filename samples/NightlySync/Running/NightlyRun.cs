using Microsoft.Extensions.Hosting;
using NightlySync.CommandLine;
using NightlySync.Input;
using NightlySync.Sending;
using SieSmart.Client;
using Spectre.Console;

namespace NightlySync.Running;

/// <summary>The worker: takes one file to its end, reports, and stops the host.</summary>
internal sealed class NightlyRun(
    Arguments arguments,
    ProposalFile file,
    Tally tally,
    RowSender sender,
    ProposalJournalFile journal,
    LimitWatch limit,
    RunResult result,
    IAnsiConsole console,
    IHostApplicationLifetime lifetime,
    TimeProvider timeProvider) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            result.ExitCode = await RunAsync(stoppingToken);
        }
        catch (Exception failure) when (failure is NightlySyncException or ProposalJournalException)
        {
            console.WriteLine(failure.Message);
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private async Task<int> RunAsync(CancellationToken stopping)
    {
        var pump = new RowPump(sender, arguments.InFlight);
        await new ProgressDisplay(console, limit, timeProvider).WatchAsync(tally, pump.RunAsync(file, tally, stopping));

        var unknown = journal.InDoubt;
        new Report(console).Show(tally, unknown);
        if (pump.Surrender is { } surrender)
        {
            console.WriteLine();
            console.WriteLine($"Gave up, since the next rows would fare no better: {surrender}");
            return ExitCode.CouldNotRun;
        }

        if (stopping.IsCancellationRequested)
        {
            console.WriteLine();
            console.WriteLine("Stopped. Run it again to go on: rows that were created are not sent again.");
        }

        return unknown.Count == 0 && tally[RowOutcome.Created] + tally[RowOutcome.CreatedBefore] == tally.Total
            ? ExitCode.AllCreated
            : ExitCode.RowsLeft;
    }
}
