using System.CommandLine;
using CommandLine;

namespace SharedBudgets.Simulation.CommandLine;

/// <summary>What can be typed behind the program's name.</summary>
internal sealed class SimulationCommand : RootCommand
{
    private readonly WholeNumberOption<ulong> _seed = new("--seed", 0, ulong.MaxValue) { HelpName = "number", Description = "Where chance begins: the same number, the same page", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _to = new("--to") { HelpName = "folder", Description = "Where the page goes", DefaultValueFactory = _ => "docs" };

    /// <param name="simulate">Does it, with the seed and the folder; gives the exit code.</param>
    public SimulationCommand(Func<ulong, string, int> simulate)
        : base("Simulates machines behind one address that share a limit, and writes a page with tables and plots of it.")
    {
        Options.Add(_seed);
        Options.Add(_to);
        SetAction(parsed => simulate(parsed.GetValue(_seed), parsed.GetRequiredValue(_to)));
    }
}
