using System.CommandLine;
using CommandLine;

namespace FleetDemo.CommandLine;

/// <summary>What can be typed behind the program's name.</summary>
internal sealed class FleetCommand : RootCommand
{
    private readonly WholeNumberOption<int> _seconds = new("--seconds", 3, 600) { HelpName = "number", Description = "How long each phase takes, 3 to 600", DefaultValueFactory = _ => 25 };
    private readonly WholeNumberOption<int> _limit = new("--limit", 10, 1000) { HelpName = "number", Description = "How many requests the API takes in a window, 10 to 1000", DefaultValueFactory = _ => 30 };
    private readonly WholeNumberOption<int> _window = new("--window", 1, 60) { HelpName = "seconds", Description = "How long a window is, 1 to 60; the real one is a minute", DefaultValueFactory = _ => 5 };

    /// <param name="demonstrate">Shows it.</param>
    /// <param name="work">Is one of the four processes.</param>
    public FleetCommand(Func<Settings, CancellationToken, Task<int>> demonstrate, Func<WorkSettings, CancellationToken, Task> work)
        : base("Four programs behind one address: first each for itself, then with one budget for all. Takes about a minute.")
    {
        Options.Add(_seconds);
        Options.Add(_limit);
        Options.Add(_window);
        Subcommands.Add(new WorkCommand(work));
        SetAction((parsed, cancellationToken) => demonstrate(
            new Settings(TimeSpan.FromSeconds(parsed.GetValue(_seconds)), parsed.GetValue(_limit), TimeSpan.FromSeconds(parsed.GetValue(_window))),
            cancellationToken));
    }
}
