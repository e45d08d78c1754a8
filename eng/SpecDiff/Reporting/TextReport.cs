using SpecDiff.Findings;

namespace SpecDiff.Reporting;

/// <summary>Writes a report for people.</summary>
/// <param name="output">Where to.</param>
/// <param name="isColored">Whether it is a terminal.</param>
internal sealed class TextReport(TextWriter output, bool isColored)
{
    private const string Reset = "\u001b[0m";
    private const string Bold = "\u001b[1m";

    // So many names can be read at a glance.
    private const int MostNamed = 4;

    /// <summary>Writes it.</summary>
    public void Write(Report report)
    {
        output.WriteLine(Paint(Bold, Heading(report)));
        if (report.Findings.Count == 0)
        {
            output.WriteLine("No change that a caller or the wire sees.");
            return;
        }

        output.WriteLine(string.Join(", ", Enum.GetValues<Severity>().Select(severity => $"{report.Count(severity)} {severity.ToString().ToLowerInvariant()}")));
        foreach (var severity in report.Findings.GroupBy(finding => finding.Rule.Severity))
        {
            output.WriteLine();
            output.WriteLine(Paint(ColorOf(severity.Key) + Bold, Title(severity.Key)));
            foreach (var place in severity.GroupBy(Where, StringComparer.Ordinal))
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

    private static string Heading(Report report)
    {
        var name = report.New.Title.Length > 0 ? report.New.Title : report.New.File;
        return report.Old.Version == report.New.Version ? $"{name} {report.New.Version}" : $"{name} {report.Old.Version} -> {report.New.Version}";
    }

    private static string Title(Severity severity) => severity switch
    {
        Severity.Breaking => "Breaking: code does not compile any more, or deployed clients fail",
        Severity.Dangerous => "Dangerous: all compiles, and means something else",
        _ => "Safe",
    };

    private static string Where(Finding finding)
    {
        if (finding.Also.Count == 0)
        {
            return finding.Where;
        }

        string[] all = [finding.Where, .. finding.Also];
        var named = all.Take(MostNamed);
        return $"{all.Length} operations: {string.Join(", ", named)}{(all.Length > MostNamed ? ", …" : "")}";
    }

    private static string LineOf(Place? place) => place is null ? "" : $"  ({(place.IsOld ? "old" : "new")} line {place.Line})";

    private void Write(Finding finding, bool isElsewhere)
    {
        output.WriteLine($"    {(finding.Rule.Side == Side.Code ? "C#  " : "wire")}  {finding.What}.  [{finding.Rule.Id}]{(isElsewhere ? LineOf(finding.Place) : "")}");
        if (finding.Was is not null)
        {
            output.WriteLine("          was: " + finding.Was);
        }

        if (finding.Is is not null)
        {
            output.WriteLine("          is:  " + finding.Is);
        }

        if (finding.Rule.Action != "Nothing.")
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
