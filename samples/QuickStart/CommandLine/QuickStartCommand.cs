using System.CommandLine;
using CommandLine;
using SieSmart.Sandbox.Versions;

namespace QuickStart.CommandLine;

/// <summary>What can be typed behind the program's name.</summary>
internal sealed class QuickStartCommand : RootCommand
{
    private readonly ChoiceOption<TargetEnvironment> _environment = new("--environment", ("sandbox", TargetEnvironment.Sandbox), ("test", TargetEnvironment.Test))
    {
        Description = "A local sandbox in this process, or the real test API, with credentials from user secrets or environment variables; "
            + "without it, the test API if there are credentials. Never production: the data are made up",
    };

    private readonly ChoiceOption<ETagOptions> _sandboxETags = new(
        "--sandbox-etags",
        ("unquoted", ETagOptions.None),
        ("quoted", ETagOptions.Quoted),
        ("one-second", ETagOptions.OneSecondResolution),
        ("on-writes", ETagOptions.OnWrites))
    {
        Description = "What the sandbox's ETags look like, and whether writes are answered with one; without it: unquoted, and on create and read only",
    };

    private readonly Option<FileInfo> _output = new("--output") { HelpName = "file", Description = "Where to put the decision document; without it, in a new temporary directory" };
    private readonly WholeNumberOption<int> _wait = new("--wait", 1, 3600)
    {
        HelpName = "seconds",
        Description = "How long to wait for the decision, 1 to 3600",
        DefaultValueFactory = _ => 60,
    };

    public QuickStartCommand(Func<Arguments, CancellationToken, Task<int>> run)
        : base("Takes a made-up proposal through its life, a colleague's conflicting change included.")
    {
        Options.Add(_environment);
        Options.Add(_sandboxETags);
        Options.Add(_output);
        Options.Add(_wait);
        SetAction((parsed, stopped) => run(Read(parsed), stopped));
    }

    private Arguments Read(ParseResult parsed) => new(
        parsed.GetValue(_environment),
        parsed.GetValue(_sandboxETags),
        parsed.GetValue(_output)?.ToString(),
        TimeSpan.FromSeconds(parsed.GetValue(_wait)));
}
