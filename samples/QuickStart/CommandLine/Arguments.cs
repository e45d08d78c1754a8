using System.Globalization;
using SieSmart.Sandbox.Versions;

namespace QuickStart.CommandLine;

/// <summary>What was typed behind the program's name.</summary>
internal sealed record Arguments
{
    public const string Help = """
        Takes a made-up proposal through its life, a colleague's conflicting change included.

        Usage: dotnet run --project samples/QuickStart -- [options]

          --environment <name>      sandbox: a local one, in this process; test: the real test API, with credentials from
                                    user secrets or environment variables (default: test if there are credentials)
          --sandbox-etags <form>    unquoted, quoted, one-second or none-on-writes (default: unquoted)
          --output <file>           where to put the decision document (default: a new temporary directory)
          --wait <seconds>          how long to wait for the decision, 1 to 3600 (default: 60)
          --help                    this text
        """;

    private const int LongestWaitInSeconds = 3600;

    public bool IsHelp { get; private init; }

    public TargetEnvironment Environment { get; private init; } = TargetEnvironment.Any;

    public ETagOptions SandboxETags { get; private init; } = ETagOptions.None;

    public string? Output { get; private init; }

    public TimeSpan DecisionWait { get; private init; } = TimeSpan.FromSeconds(60);

    /// <exception cref="QuickStartException">An argument is not understood; the message says which.</exception>
    public static Arguments Parse(IReadOnlyList<string> words)
    {
        var parsed = new Arguments();
        for (var index = 0; index < words.Count; index++)
        {
            if (words[index] is "--help" or "-h" or "-?")
            {
                return new Arguments { IsHelp = true };
            }

            var name = words[index];
            var value = ++index < words.Count ? words[index] : string.Empty;
            parsed = name switch
            {
                "--environment" => parsed with { Environment = EnvironmentNamed(value) },
                "--sandbox-etags" => parsed with { SandboxETags = ETagsNamed(value) },
                "--output" => parsed with { Output = Required(name, value) },
                "--wait" => parsed with { DecisionWait = Seconds(name, value) },
                _ => throw new QuickStartException($"There is no option '{name}'. Try --help."),
            };
        }

        return parsed;
    }

    private static TargetEnvironment EnvironmentNamed(string name) => name switch
    {
        "sandbox" => TargetEnvironment.Sandbox,
        "test" => TargetEnvironment.Test,
        _ => throw new QuickStartException($"--environment needs 'sandbox' or 'test', not '{name}'. Production is left out: the data are made up."),
    };

    private static ETagOptions ETagsNamed(string form) => form switch
    {
        "unquoted" => ETagOptions.None,
        "quoted" => ETagOptions.Quoted,
        "one-second" => ETagOptions.OneSecondResolution,
        "none-on-writes" => ETagOptions.NoneOnWrites,
        _ => throw new QuickStartException($"--sandbox-etags needs 'unquoted', 'quoted', 'one-second' or 'none-on-writes', not '{form}'."),
    };

    private static string Required(string name, string value) =>
        value.Length > 0 ? value : throw new QuickStartException($"{name} needs a value. Try --help.");

    private static TimeSpan Seconds(string name, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= LongestWaitInSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new QuickStartException($"{name} needs a whole number of seconds from 1 to {LongestWaitInSeconds}, not '{value}'.");
}
