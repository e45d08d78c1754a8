using SpecDiff.Documents;
using SpecDiff.Reporting;

namespace SpecDiff.CommandLine;

/// <summary>The program without its process.</summary>
internal static class SpecDiffCommand
{
    /// <summary>Does what a command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="output">Where the report goes.</param>
    /// <param name="errors">Where it goes why there is none.</param>
    /// <param name="isTerminal">Whether the report may be coloured.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors, bool isTerminal)
    {
        try
        {
            var parsed = Arguments.Parse(arguments);
            if (parsed.IsHelp)
            {
                output.WriteLine(Arguments.Help);
                return ExitCode.Safe;
            }

            var report = Comparison.Of(parsed.OldPath, parsed.NewPath, parsed.Settings);
            if (parsed.Format == ReportFormat.Json)
            {
                JsonReport.Write(report, output);
            }
            else
            {
                new TextReport(output, isTerminal).Write(report);
            }

            return report.IsSafe ? ExitCode.Safe : ExitCode.Breaking;
        }
        catch (NotComparableException failure)
        {
            errors.WriteLine(failure.Message);
            return ExitCode.NotCompared;
        }
    }
}
