using System.Globalization;
using SieSmart.Generators.Tests.Parity;
using YamlDotNet.RepresentationModel;

namespace SieSmart.Generators.Tests.Fuzzing;

/// <summary>A fault inside one operation concerns that operation.</summary>
public sealed class IsolationTests
{
    private const double Required = 0.95;

    private static readonly string[] Verbs = ["get", "put", "post", "delete", "patch", "head", "options"];

    public static TheoryData<string> Documents => [.. ParityFiles.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Other_operations_keep_their_source(string name)
    {
        var text = ParityFiles.Document(name);
        var whole = Units(name, text);
        var operations = OperationsOf(text).ToList();
        Assert.NotEmpty(operations);
        foreach (var operation in operations)
        {
            // What is another's is what stays when the operation is not there at all.
            var without = Units(name, Replace(text, operation, "nonsense"));
            var others = whole.Where(unit => without.TryGetValue(unit.Key, out var same) && same == unit.Value).ToList();
            foreach (var fault in Faults(text[operation]))
            {
                var faulty = Units(name, Replace(text, operation, fault));
                var kept = others.Count(unit => faulty.TryGetValue(unit.Key, out var same) && same == unit.Value);

                Assert.True(kept >= Required * others.Count, string.Create(CultureInfo.InvariantCulture, $"{name}: {kept} of {others.Count} are left after\n{Replace(text, operation, fault)}"));
            }
        }
    }

    private static IEnumerable<string> Faults(string operation)
    {
        yield return "[ 1, 2 ]";
        yield return "{ responses: 200 }";
        yield return "{ parameters: { a: b }, requestBody: x, responses: [ { } ] }";
        yield return "{ responses: { '200': { $ref: '#/components/responses/Nowhere' } } }";
        yield return "{ parameters: [ { name: '' }, 7, { $ref: 'nowhere.yaml' } ], responses: { '200': { content: { application/json: { schema: { type: array, items: { $ref: '#/paths' } } } } } } }";
        yield return operation.Replace("$ref: '#/", "$ref: '#/nowhere/", StringComparison.Ordinal);
        yield return operation.Replace("type: string", "type: [ 7, { } ]", StringComparison.Ordinal);
        yield return operation.Replace("json: { schema: {", "json: { schema: 7, x-schema: {", StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Units(string name, string text)
    {
        var document = ParityRuns.Document(name, "Required") with { Text = text };
        var result = BareRun.Of(document);
        Assert.Null(BareRun.Defect(result));
        return SourceUnits.Of(result);
    }

    private static string Replace(string text, Range operation, string replacement)
    {
        var (start, length) = operation.GetOffsetAndLength(text.Length);
        return text.Remove(start, length).Insert(start, replacement);
    }

    private static IEnumerable<Range> OperationsOf(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        foreach (var path in ((YamlMappingNode)root.Children["paths"]).Children.Values.OfType<YamlMappingNode>())
        {
            foreach (var operation in path.Children.Where(entry => Verbs.Contains(((YamlScalarNode)entry.Key).Value)).Select(entry => entry.Value))
            {
                var start = (int)operation.Start.Index;
                yield return start..(text[start] == '{' ? EndOfFlow(text, start) : EndOfBlock(text, start));
            }
        }
    }

    private static int EndOfFlow(string text, int start)
    {
        var depth = 0;
        var end = start;
        do
        {
            depth += text[end] switch { '{' => 1, '}' => -1, _ => 0 };
            end++;
        }
        while (depth > 0);

        return end;
    }

    private static int EndOfBlock(string text, int start)
    {
        var indentation = start - (text.LastIndexOf('\n', start) + 1);
        var end = text.IndexOf('\n', start);
        while (end + 1 < text.Length && text[(end + 1)..].TakeWhile(character => character == ' ').Count() >= indentation)
        {
            end = text.IndexOf('\n', end + 1);
        }

        return end;
    }
}
