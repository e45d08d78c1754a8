using System.Text.Json;
using SpecDiff.CommandLine;

namespace SpecDiff.Tests.Support;

/// <summary>A folder with documents to compare.</summary>
internal sealed class DocumentFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("specdiff-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Writes a document and returns its path.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Runs the command in this process.</summary>
    public static CommandOutput Run(params IReadOnlyList<string> arguments) => Run(isTerminal: false, arguments);

    /// <summary>Runs the command in this process, on a terminal or not.</summary>
    public static CommandOutput Run(bool isTerminal, params IReadOnlyList<string> arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = SpecDiffCommand.Run(arguments, output, errors, isTerminal);
        return new CommandOutput(code, output.ToString(), errors.ToString());
    }

    /// <summary>The findings of a comparison, a line each: <c>severity side rule @ where</c>.</summary>
    public IReadOnlyList<string> Findings(string old, string now, params IReadOnlyList<string> options) => Rows(Compare(old, now, options).Output);

    /// <summary>Compares two texts, in JSON.</summary>
    public CommandOutput Compare(string old, string now, params IReadOnlyList<string> options) =>
        Run([Write("old.yaml", old), Write("new.yaml", now), "--format", "json", .. options]);

    /// <summary>The findings of a report in JSON, a line each.</summary>
    public static IReadOnlyList<string> Rows(string json)
    {
        using var report = JsonDocument.Parse(json);
        return [.. report.RootElement.GetProperty("findings").EnumerateArray().Select(Row)];
    }

    private static string Row(JsonElement finding)
    {
        var others = finding.GetProperty("also").GetArrayLength();
        return $"{finding.GetProperty("severity")} {finding.GetProperty("side")} {finding.GetProperty("rule")} @ {finding.GetProperty("where")}{(others > 0 ? " +" + others : "")}";
    }
}
