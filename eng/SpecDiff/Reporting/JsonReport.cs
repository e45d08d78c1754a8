using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpecDiff.Findings;

namespace SpecDiff.Reporting;

/// <summary>Writes a report for programs. README.md describes its form, which only grows.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    public static void Write(Report report, TextWriter output) => output.WriteLine(new JsonObject
    {
        ["old"] = Document(report.Old),
        ["new"] = Document(report.New),
        ["summary"] = new JsonObject(Enum.GetValues<Severity>().Select(severity => KeyValuePair.Create(Word(severity), (JsonNode?)report.Count(severity)))),
        ["findings"] = new JsonArray([.. report.Findings.Select(Finding)]),
    }.ToJsonString(Options));

    private static JsonObject Document(DocumentName name) => new() { ["file"] = name.File, ["title"] = name.Title, ["version"] = name.Version };

    private static JsonNode Finding(Finding finding) => new JsonObject
    {
        ["rule"] = finding.Rule.Id,
        ["severity"] = Word(finding.Rule.Severity),
        ["side"] = finding.Rule.Side == Side.Code ? "csharp" : "wire",
        ["where"] = finding.Where,
        ["also"] = new JsonArray([.. finding.Also.Select(where => (JsonNode)where)]),
        ["what"] = finding.What,
        ["was"] = finding.Was,
        ["is"] = finding.Is,
        ["do"] = finding.Rule.Action,
        ["document"] = finding.Place is null ? null : finding.Place.IsOld ? "old" : "new",
        ["file"] = finding.Place?.File,
        ["line"] = finding.Place?.Line,
    };

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
