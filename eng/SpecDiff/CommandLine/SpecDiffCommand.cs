using System.CommandLine;
using CommandLine;
using SpecDiff.Documents;
using SpecDiff.Findings;
using SpecDiff.Projects;
using SpecDiff.Reporting;

namespace SpecDiff.CommandLine;

/// <summary>The program without its process.</summary>
internal sealed class SpecDiffCommand : RootCommand
{
    private readonly WordArgument _old = new("OLD") { Description = "The old document" };
    private readonly WordArgument _new = new("NEW") { Description = "The new one; with --project it may be left out", Arity = ArgumentArity.ZeroOrOne };
    private readonly ChoiceOption<ReportFormat> _format = new("--format", ("text", ReportFormat.Text), ("json", ReportFormat.Json), ("markdown", ReportFormat.Markdown))
    {
        Description = "For people, which is the default, for programs, or for a pull request",
    };

    private readonly Option<string> _project = new("--project")
    {
        HelpName = "path",
        Description = "The project whose OpenApiClient item says all that follows; what is said here as well goes before it",
    };

    private readonly IReadOnlyList<ItemOption> _settings = ItemOptions.Create();

    private SpecDiffCommand(TextWriter output, bool isTerminal)
        : base("""
            Tells breaking from safe changes between two OpenAPI documents.

            Ends with 0 if there are no or only safe changes, with 1 if there are breaking or dangerous ones, with 2 if nothing could be compared, and with 64 if an option makes no sense.
            """)
    {
        Arguments.Add(_old);
        Arguments.Add(_new);
        Options.Add(_format);
        Options.Add(_project);
        foreach (var setting in _settings)
        {
            Options.Add(setting.Option);
        }

        Validators.Add(result =>
        {
            if (result.GetResult(_old) is { Tokens.Count: > 0 } && result.GetResult(_new) is not { Tokens.Count: > 0 } && result.GetResult(_project) is null)
            {
                result.AddError("Required argument 'NEW' missing. Name the new document, or by --project the project that generates a client of it.");
            }
        });
        SetAction(parsed => Compare(parsed, output, isTerminal));
    }

    /// <summary>Does what a command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="output">Where the report goes.</param>
    /// <param name="errors">Where it goes why there is none.</param>
    /// <param name="isTerminal">Whether the report may be coloured.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, bool isTerminal)
    {
        var parsed = new SpecDiffCommand(output, isTerminal).Parse(arguments);
        if (parsed.TryRefuse(errors))
        {
            return ParseResultExtensions.WrongUsage;
        }

        try
        {
            return parsed.Invoke(new() { Output = output, Error = errors, EnableDefaultExceptionHandler = false });
        }
        catch (NotComparableException failure)
        {
            errors.WriteLine(failure.Message);
            return ExitCode.NotCompared;
        }
    }

    private int Compare(ParseResult parsed, TextWriter output, bool isTerminal)
    {
        var now = parsed.GetValue(_new);
        var settings = Given(parsed);
        if (parsed.GetValue(_project) is { } project)
        {
            var item = ProjectReader.Read(project).Find(now, settings.Metadata.GetValueOrDefault("ClientName"));
            now ??= item.Document;
            settings = item.Settings.OverriddenBy(settings);
        }

        var report = Comparison.Of(parsed.GetRequiredValue(_old), now!, settings);
        Write(report, parsed.GetValue(_format), output, isTerminal);
        return report.IsSafe ? ExitCode.Safe : ExitCode.Breaking;
    }

    private ClientSettings Given(ParseResult parsed) => ClientSettings.Of(
        _settings
            .Where(setting => parsed.GetResult(setting.Option) is { Implicit: false })
            .Select(setting => KeyValuePair.Create(setting.Metadata, parsed.GetRequiredValue(setting.Option))),
        Directory.GetCurrentDirectory());

    private static void Write(Report report, ReportFormat format, TextWriter output, bool isTerminal)
    {
        switch (format)
        {
            case ReportFormat.Json:
                JsonReport.Write(report, output);
                break;
            case ReportFormat.Markdown:
                MarkdownReport.Write(report, output);
                break;
            default:
                new TextReport(output, isTerminal).Write(report);
                break;
        }
    }
}
