using Microsoft.CodeAnalysis;
using SieSmart.Generators.Diagnostics;
using SieSmart.Generators.Positions;
using SieSmart.Generators.Reading.OpenApi;
using SieSmart.Generators.Reading.Syntax;

namespace SieSmart.Generators.Reading;

/// <summary>Reads which rules a document suppresses (<c>x-suppress</c>): at its root, for a path or for an operation.</summary>
internal static class SuppressionReader
{
    private static readonly TextPosition End = new(int.MaxValue, int.MaxValue);

    /// <summary>Tells the list of faults what to leave out.</summary>
    public static void Read(MappingNode root, FaultList faults)
    {
        Suppress(root, default, End, faults);
        foreach (var (paths, _, endOfPaths) in Parts(root, End, name => name == "paths"))
        {
            foreach (var (path, startOfPath, endOfPath) in Parts(paths, endOfPaths, _ => true))
            {
                Suppress(path, startOfPath, endOfPath, faults);
                foreach (var (operation, start, end) in Parts(path, endOfPath, Operation.Verbs.Contains))
                {
                    Suppress(operation, start, end, faults);
                }
            }
        }
    }

    /// <summary>The mappings in a mapping, each with its key's place and that of the next key.</summary>
    private static IEnumerable<(MappingNode Value, TextPosition Start, TextPosition End)> Parts(MappingNode node, TextPosition end, Func<string, bool> isWanted)
    {
        for (var index = 0; index < node.Entries.Length; index++)
        {
            if (isWanted(node.Entries[index].Name) && node.Entries[index].Value is MappingNode value)
            {
                yield return (value, node.Entries[index].Position, index + 1 < node.Entries.Length ? node.Entries[index + 1].Position : end);
            }
        }
    }

    private static void Suppress(MappingNode node, TextPosition start, TextPosition end, FaultList faults)
    {
        var ids = node[Extensions.Suppress] switch
        {
            SequenceNode list => list.Items.OfType<ScalarNode>(),
            ScalarNode one => [one],
            _ => [],
        };
        foreach (var id in ids)
        {
            var rule = DiagnosticRules.All.FirstOrDefault(candidate => candidate.Id == id.Value);
            if (rule is null || rule.DefaultSeverity == DiagnosticSeverity.Error)
            {
                faults.Add(DiagnosticRules.UnknownMark, id.Position, Extensions.Suppress, id.Value, "a SIE2xxx rule that is no error");
            }
            else
            {
                faults.Suppress(rule.Id, start, end);
            }
        }
    }
}
