using System.Text.RegularExpressions;
using SpecDiff.Findings;

namespace SpecDiff.Reporting;

/// <summary>Writes a report for a pull request: what is safe is folded away.</summary>
internal static partial class MarkdownReport
{
    /// <summary>Writes it.</summary>
    public static void Write(Report report, TextWriter output)
    {
        output.WriteLine($"## {Escape(Wording.Heading(report))}");
        output.WriteLine();
        if (report.Findings.Count == 0)
        {
            output.WriteLine(Wording.NoChange);
            return;
        }

        output.WriteLine($"**{Wording.Counts(report)}**");
        foreach (var severity in report.Findings.GroupBy(finding => finding.Rule.Severity))
        {
            var isFolded = severity.Key == Severity.Safe;
            output.WriteLine();
            output.WriteLine(isFolded ? $"<details><summary>{Wording.Title(severity.Key)} ({severity.Count()})</summary>" : $"### {Wording.Title(severity.Key)}");
            foreach (var place in severity.GroupBy(Wording.Where, StringComparer.Ordinal))
            {
                output.WriteLine();
                output.WriteLine($"{Code(place.Key)} {Wording.LineOf(place.First().Place)}".TrimEnd());
                output.WriteLine();
                foreach (var finding in place)
                {
                    Write(finding, isElsewhere: finding.Place != place.First().Place, output);
                }
            }

            if (isFolded)
            {
                output.WriteLine();
                output.WriteLine("</details>");
            }
        }
    }

    private static void Write(Finding finding, bool isElsewhere, TextWriter output)
    {
        output.WriteLine($"- **{Wording.SideOf(finding)}** {Escape(finding.What)}. {Code(finding.Rule.Id)} {(isElsewhere ? Wording.LineOf(finding.Place) : "")}".TrimEnd());
        if (finding.Was is not null)
        {
            output.WriteLine("  - was: " + Code(finding.Was));
        }

        if (finding.Is is not null)
        {
            output.WriteLine("  - is: " + Code(finding.Is));
        }

        if (Wording.AsksForAction(finding))
        {
            output.WriteLine("  - do: " + Escape(finding.Rule.Action));
        }
    }

    // A document is somebody else's: nothing in it may become a link, an image, a mention or HTML.
    private static string Escape(string text) => Special().Replace(text.ReplaceLineEndings(" "), match => match.Value is "@" ? "@\u200b" : "\\" + match.Value);

    private static string Code(string text)
    {
        var fence = new string('`', Backticks().Matches(text).Select(match => match.Length).DefaultIfEmpty(0).Max() + 1);
        return text.Length == 0 ? "" : fence.Length == 1 ? $"`{text.ReplaceLineEndings(" ")}`" : $"{fence} {text.ReplaceLineEndings(" ")} {fence}";
    }

    [GeneratedRegex(@"[\\`*_\[\]<>#|@!~]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Special();

    [GeneratedRegex("`+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Backticks();
}
