using CommandLine;
using QuickStart.Calls;
using QuickStart.CommandLine;
using QuickStart.Connection;
using QuickStart.Story;

const int Failure = 1;

var parsed = new QuickStartCommand(RunAsync).Parse(args);
return parsed.TryRefuse(Console.Error)
    ? ParseResultExtensions.WrongUsage
    : await parsed.InvokeAsync(new() { ProcessTerminationTimeout = Timeout.InfiniteTimeSpan });

static async Task<int> RunAsync(Arguments arguments, CancellationToken stopped)
{
    var narrator = new Narrator(Terminal.Open());
    var calls = new CallLog();
    try
    {
        await using var connection = await SieSmartConnection.OpenAsync(arguments, calls, stopped);
        narrator.Introduce(connection);
        await new ProposalStory(connection.Client, narrator, TimeProvider.System).RunAsync(arguments, stopped);
        narrator.Show(calls);
        narrator.Finish(calls);
        return 0;
    }
    catch (Exception failure)
    {
        narrator.Show(calls);
        narrator.Show(failure, calls);
        return Failure;
    }
}
