using SpecDiff.Findings;

namespace SpecDiff.Reporting;

/// <summary>What all reports for people call things.</summary>
internal static class Wording
{
    // So many names can be read at a glance.
    private const int MostNamed = 4;

    /// <summary>What a report says where there is nothing to say.</summary>
    public const string NoChange = "No change that a caller or the wire sees.";

    /// <summary>What was compared.</summary>
    public static string Heading(Report report)
    {
        var name = report.New.Title.Length > 0 ? report.New.Title : report.New.File;
        return report.Old.Version == report.New.Version ? $"{name} {report.New.Version}" : $"{name} {report.Old.Version} -> {report.New.Version}";
    }

    /// <summary>How many changes there are.</summary>
    public static string Counts(Report report) =>
        string.Join(", ", Enum.GetValues<Severity>().Select(severity => $"{report.Count(severity)} {severity.ToString().ToLowerInvariant()}"));

    /// <summary>What a severity means.</summary>
    public static string Title(Severity severity) => severity switch
    {
        Severity.Breaking => "Breaking: code does not compile any more, or deployed clients fail",
        Severity.Dangerous => "Dangerous: all compiles, and means something else",
        _ => "Safe",
    };

    /// <summary>What a finding concerns.</summary>
    public static string Where(Finding finding)
    {
        if (finding.Also.Count == 0)
        {
            return finding.Where;
        }

        string[] all = [finding.Where, .. finding.Also];
        var named = all.Take(MostNamed);
        return $"{all.Length} operations: {string.Join(", ", named)}{(all.Length > MostNamed ? ", …" : "")}";
    }

    /// <summary>The line of a finding in brackets; empty where no line can be told.</summary>
    public static string LineOf(Place? place) => place is null ? "" : $"({(place.IsOld ? "old" : "new")} line {place.Line})";

    /// <summary>Who sees a change.</summary>
    public static string SideOf(Finding finding) => finding.Rule.Side == Side.Code ? "C#" : "wire";

    /// <summary>Whether callers do something about a change.</summary>
    public static bool AsksForAction(Finding finding) => finding.Rule.Action != "Nothing.";
}
