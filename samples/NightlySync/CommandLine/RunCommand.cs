using System.CommandLine;
using CommandLine;

namespace NightlySync.CommandLine;

/// <summary>What can be typed behind the program's name.</summary>
internal sealed class RunCommand : RootCommand
{
    private readonly Option<FileInfo> _file = new("--file") { HelpName = "file", Description = "The CSV file; without it, a made-up one for a sandbox in this process" };
    private readonly Option<bool> _newJournal = new("--new-journal") { Description = "Begin a journal that is not there yet" };
    private readonly WholeNumberOption<int> _inFlight = new("--in-flight", 1, 50)
    {
        HelpName = "number",
        Description = "How many rows to send at a time, 1 to 50",
        DefaultValueFactory = _ => 8,
    };

    private readonly JournalOption _journal = new();

    /// <param name="run">Sends the rows of a file.</param>
    /// <param name="resolve">Settles a row in doubt.</param>
    public RunCommand(Func<Arguments, Task<int>> run, Func<Settlement, int> resolve)
        : base("""
            Makes a proposal of each row of a CSV file, once.

            Ends with 0 if all rows are proposals, 2 if some are not or are in doubt, 1 if it could not run or gave up, 64 if the command makes no sense.
            """)
    {
        Options.Add(_file);
        Options.Add(_journal);
        Options.Add(_newJournal);
        Options.Add(_inFlight);
        Subcommands.Add(new ResolveCommand(_journal, resolve));
        SetAction((parsed, _) => run(Read(parsed)));
    }

    private Arguments Read(ParseResult parsed)
    {
        var file = parsed.GetValue(_file)?.ToString();
        return new Arguments(file, _journal.PathOf(parsed, file), parsed.GetValue(_newJournal), parsed.GetValue(_inFlight));
    }
}
