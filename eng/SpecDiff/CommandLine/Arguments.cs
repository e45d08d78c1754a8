using SpecDiff.Documents;

namespace SpecDiff.CommandLine;

/// <summary>What the command line asks for.</summary>
/// <param name="OldPath">The old document.</param>
/// <param name="NewPath">The new one.</param>
/// <param name="Format">How the report is written.</param>
/// <param name="Settings">What the client is like.</param>
/// <param name="IsHelp">Whether only help is wanted.</param>
internal sealed record Arguments(string OldPath, string NewPath, ReportFormat Format, ClientSettings Settings, bool IsHelp)
{
    /// <summary>What is printed on request.</summary>
    public const string Help =
        """
        Tells breaking from safe changes between two OpenAPI documents.

        dotnet run --project eng/SpecDiff -- OLD NEW [options]

          --format text|json                  for people (default) or for programs
          --client-name NAME                  the client's class              (SieSmartClient)
          --namespace NAME                    its namespace                   (SieSmart)
          --preconditions Required|Warn|None  what it does about If-Match     (Required)
          --exclude-paths PATTERNS            what it leaves out, by semicolons (/oauth/token)
          --help                              this text

        Ends with 0 if there are no or only safe changes, with 1 if there are breaking or dangerous ones, and with 2 if
        nothing could be compared.
        """;

    /// <summary>Reads a command line.</summary>
    /// <exception cref="NotComparableException">It makes no sense.</exception>
    public static Arguments Parse(IReadOnlyList<string> arguments)
    {
        var paths = new List<string>();
        var settings = ClientSettings.OfSieSmart;
        var format = ReportFormat.Text;
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
        {
            switch (argument)
            {
                case "--help" or "-h":
                    return new Arguments("", "", format, settings, IsHelp: true);
                case "--format":
                    format = Choice<ReportFormat>(argument, Value(argument, rest));
                    break;
                case "--client-name":
                    settings = settings with { ClientName = Value(argument, rest) };
                    break;
                case "--namespace":
                    settings = settings with { Namespace = Value(argument, rest) };
                    break;
                case "--preconditions":
                    settings = settings with { Preconditions = Choice<SieSmart.Generators.Configuration.PreconditionMode>(argument, Value(argument, rest)).ToString() };
                    break;
                case "--exclude-paths":
                    settings = settings with { ExcludePaths = Value(argument, rest) };
                    break;
                case ['-', ..]:
                    throw new NotComparableException($"There is no option '{argument}'. See --help.");
                default:
                    paths.Add(argument);
                    break;
            }
        }

        return paths.Count == 2
            ? new Arguments(paths[0], paths[1], format, settings, IsHelp: false)
            : throw new NotComparableException($"There are {paths.Count} paths on the command line. Name two documents, the old one and the new one. See --help.");
    }

    private static string Value(string option, Queue<string> rest) =>
        rest.TryDequeue(out var value) ? value : throw new NotComparableException($"'{option}' has no value. Put one behind it. See --help.");

    private static T Choice<T>(string option, string value)
        where T : struct, Enum =>
        Enum.GetNames<T>().FirstOrDefault(name => name.Equals(value, StringComparison.OrdinalIgnoreCase)) is { } match
            ? Enum.Parse<T>(match)
            : throw new NotComparableException($"'{option}' is '{value}'. It is one of {string.Join(", ", Enum.GetNames<T>())}.");
}
