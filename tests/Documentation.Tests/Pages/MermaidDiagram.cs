using System.Text.RegularExpressions;

namespace Documentation.Tests.Pages;

/// <summary>A Mermaid diagram of the few forms that all of its versions draw alike.</summary>
internal static partial class MermaidDiagram
{
    /// <summary>The lines that are of no such form; of a diagram of another kind, its first one.</summary>
    public static IReadOnlyList<string> OddLines(string diagram)
    {
        var lines = diagram.Split('\n');
        var form = lines[0] switch
        {
            "sequenceDiagram" => Sequence(),
            "stateDiagram-v2" => States(),
            "flowchart TD" or "flowchart LR" => Flow(),
            "gantt" => Gantt(),
            _ => null,
        };
        return form is null ? [lines[0]] : [.. lines[1..].Where(line => !form.IsMatch(line)), .. lines[0] == "sequenceDiagram" ? Strangers(lines[1..]) : []];
    }

    /// <summary>Messages of participants that were not introduced, mostly a misspelled one.</summary>
    private static IEnumerable<string> Strangers(string[] lines)
    {
        var known = lines.Select(line => Introduction().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        return lines.Where(line => Message().Match(line) is { Success: true } message && !(known.Contains(message.Groups["from"].Value) && known.Contains(message.Groups["to"].Value)));
    }

    [GeneratedRegex(@"^ {4,}((participant|actor) \w+( as [^:;#]+)?|\w+(->>|-->>|-x|--x)\w+: [^;#]+|Note (over|left of|right of) \w+(,\w+)?: [^;#]+|(alt|else|opt|loop) [^;#]+|end)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sequence();

    [GeneratedRegex(@"^ {4}(\[\*\]|\w+) --> (\[\*\]|\w+)(: [^:;#]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex States();

    [GeneratedRegex(@"^ {4}\w+(\[""[^""]+""\])? --> \w+(\[""[^""]+""\])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Flow();

    [GeneratedRegex(@"^ {4}((title|section) [^:;#]+|dateFormat mm:ss|axisFormat %M:%S|[^:;#]+ :\d\d:\d\d, \d\d:\d\d)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gantt();

    [GeneratedRegex(@"^ {4}(participant|actor) (?<name>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Introduction();

    [GeneratedRegex(@"^ {4,}(?<from>\w+)(->>|-->>|-x|--x)(?<to>\w+):", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Message();
}
