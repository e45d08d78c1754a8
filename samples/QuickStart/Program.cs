using QuickStart.Calls;
using QuickStart.CommandLine;
using QuickStart.Connection;
using QuickStart.Story;

var narrator = new Narrator(Terminal.Open());
var calls = new CallLog();
using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stopping.Cancel();
};

try
{
    var arguments = Arguments.Parse(args);
    if (arguments.IsHelp)
    {
        Console.WriteLine(Arguments.Help);
        return 0;
    }

    await using var connection = await SieSmartConnection.OpenAsync(arguments, calls, stopping.Token);
    narrator.Introduce(connection);
    await new ProposalStory(connection.Client, narrator, TimeProvider.System).RunAsync(arguments, stopping.Token);
    narrator.Show(calls);
    narrator.Finish(calls);
    return 0;
}
catch (Exception failure)
{
    narrator.Show(calls);
    narrator.Show(failure, calls);
    return 1;
}
