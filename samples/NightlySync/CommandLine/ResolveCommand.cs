using System.CommandLine;
using System.CommandLine.Parsing;
using CommandLine;
using SieSmart.Client;

namespace NightlySync.CommandLine;

/// <summary>What can be typed behind <c>resolve</c>.</summary>
internal sealed class ResolveCommand : Command
{
    private readonly WordsArgument _references = new("reference") { Description = "The row's reference; several with --not-created" };
    private readonly WholeNumberOption<long> _created = new("--created", 1, long.MaxValue) { HelpName = "proposal id", Description = "It is this proposal" };
    private readonly Option<bool> _notCreated = new("--not-created") { Arity = ArgumentArity.Zero, Description = "They are none: the next run sends them" };
    private readonly Option<FileInfo> _findings = new("--findings") { HelpName = "file", Description = "What many rows are: lines of reference,proposal id, with nothing behind the comma of a row that is none" };
    private readonly JournalOption _journal;

    /// <param name="journal">The option of the whole program.</param>
    /// <param name="resolve">Settles the rows.</param>
    public ResolveCommand(JournalOption journal, Func<Settlement, int> resolve)
        : base("resolve", "Settles rows in doubt: --created <proposal id>, --not-created, or --findings <file> for many")
    {
        _journal = journal;
        Arguments.Add(_references);
        Options.Add(_created);
        Options.Add(_notCreated);
        Options.Add(_findings);
        Validators.Add(result =>
        {
            // What stands before resolve is the run's. Left alone, it would look as if it had been heeded.
            var strays = ((CommandResult)result.Parent!).Children.OfType<OptionResult>().Where(option => !option.Implicit && option.Option != journal);
            foreach (var stray in strays)
            {
                result.AddError($"resolve has no use for {stray.Option.Name}. Leave it out; --journal says where the journal is.");
            }

            if (Complaint(result) is { } complaint)
            {
                result.AddError(complaint);
            }
        });
        SetAction(parsed => resolve(Read(parsed)));
    }

    private string? Complaint(CommandResult result)
    {
        var references = result.GetResult(_references)?.Tokens.Count ?? 0;
        var isCreated = result.GetResult(_created) is not null;
        var isNotCreated = result.GetResult(_notCreated) is not null;
        return (result.GetResult(_findings) is not null, references) switch
        {
            (true, 0) when !isCreated && !isNotCreated => null,
            (true, _) => "--findings says what each row is: leave out references, --created and --not-created.",
            (false, 0) => "resolve needs the reference of a row in doubt, or --findings with a file of them.",
            _ when isCreated == isNotCreated => "resolve needs either --created with the proposal's id, or --not-created.",
            (false, > 1) when isCreated => "--created is the proposal of one row. Give one reference, or --findings with a file of them.",
            _ => null,
        };
    }

    private Settlement Read(ParseResult parsed) => new(
        _journal.PathOf(parsed, file: null),
        parsed.GetValue(_references) ?? [],
        parsed.GetResult(_created) is null ? null : new ProposalId(parsed.GetValue(_created)),
        parsed.GetValue(_findings)?.ToString());
}
