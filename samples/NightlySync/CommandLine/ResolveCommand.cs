using System.CommandLine;
using System.CommandLine.Parsing;
using CommandLine;

namespace NightlySync.CommandLine;

/// <summary>What can be typed behind <c>resolve</c>.</summary>
internal sealed class ResolveCommand : Command
{
    private readonly WordArgument _reference = new("reference") { Description = "The row's reference" };
    private readonly WholeNumberOption<long> _created = new("--created", 1, long.MaxValue) { HelpName = "proposal id", Description = "It is this proposal" };
    private readonly Option<bool> _notCreated = new("--not-created") { Arity = ArgumentArity.Zero, Description = "It is none: the next run sends it" };
    private readonly JournalOption _journal;

    /// <param name="journal">The option of the whole program.</param>
    /// <param name="resolve">Settles the row.</param>
    public ResolveCommand(JournalOption journal, Func<Settlement, int> resolve)
        : base("resolve", "Settles a row in doubt: either --created <proposal id>, or --not-created")
    {
        _journal = journal;
        Arguments.Add(_reference);
        Options.Add(_created);
        Options.Add(_notCreated);
        Validators.Add(result =>
        {
            // What stands before resolve is the run's. Left alone, it would look as if it had been heeded.
            var strays = ((CommandResult)result.Parent!).Children.OfType<OptionResult>().Where(option => !option.Implicit && option.Option != journal);
            foreach (var stray in strays)
            {
                result.AddError($"resolve has no use for {stray.Option.Name}. Leave it out; --journal says where the journal is.");
            }

            if (result.GetResult(_created) is null == result.GetResult(_notCreated) is null)
            {
                result.AddError("resolve needs either --created with the proposal's id, or --not-created.");
            }
        });
        SetAction(parsed => resolve(Read(parsed)));
    }

    private Settlement Read(ParseResult parsed) => new(
        _journal.PathOf(parsed, file: null),
        parsed.GetRequiredValue(_reference),
        parsed.GetResult(_created) is null ? null : parsed.GetValue(_created));
}
