using SpecDiff.Findings;

namespace SpecDiff.Reporting;

/// <summary>Writes a report for people.</summary>
/// <param name="output">Where to.</param>
/// <param name="isColored">Whether it is a terminal.</param>
internal sealed class TextReport(TextWriter output, bool isColored)
{
    private const string Reset = "\u001b[0m";
    private const string Bold = "\u001b[1m";

    /// <summary>Writes it.</summary>
    public void Write(Report report)
    {
        output.WriteLine(Paint(Bold, Wording.Heading(report)));
        if (report.Findings.Count == 0)
        {
            output.WriteLine(Wording.NoChange);
            return;
        }

        output.WriteLine(Wording.Counts(report));
        foreach (var severity in report.Findings.GroupBy(finding => finding.Rule.Severity))
        {
            output.WriteLine();
            output.WriteLine(Paint(ColorOf(severity.Key) + Bold, Wording.Title(severity.Key)));
            foreach (var place in severity.GroupBy(Wording.Where, StringComparer.Ordinal))
            {
                output.WriteLine();
                output.WriteLine("  " + Paint(Bold, place.Key) + LineOf(place.First().Place));
                foreach (var finding in place)
                {
                    Write(finding, isElsewhere: finding.Place != place.First().Place);
                }
            }
        }
    }

    private static string LineOf(Place? place) => place is null ? "" : "  " + Wording.LineOf(place);

    private void Write(Finding finding, bool isElsewhere)
    {
        output.WriteLine($"    {Wording.SideOf(finding),-4}  {finding.What}.  [{finding.Rule.Id}]{(isElsewhere ? LineOf(finding.Place) : "")}");
        if (finding.Was is not null)
        {
            output.WriteLine("          was: " + finding.Was);
        }

        if (finding.Is is not null)
        {
            output.WriteLine("          is:  " + finding.Is);
        }

        if (Wording.AsksForAction(finding))
        {
            output.WriteLine("          do:  " + finding.Rule.Action);
        }
    }

    private static string ColorOf(Severity severity) => severity switch
    {
        Severity.Breaking => "\u001b[31m",
        Severity.Dangerous => "\u001b[33m",
        _ => "\u001b[32m",
    };

    private string Paint(string color, string text) => isColored ? color + text + Reset : text;
}
