using System.Text;
using SieSmart.Analyzers.Tests.Compiling;

namespace SieSmart.Analyzers.Tests;

/// <summary>Whatever somebody compiles, the analysis of its flow ends soon and takes nothing down: beyond its bounds it says nothing.</summary>
public sealed class RobustnessTests
{
    // Each takes seconds; what is unbounded would not end at all, or end the process.
    private const int Hang = 600_000;

    private const string Twice = "await client.Proposals[id].Customer.PutAsync(customer, etag);\nawait client.Proposals[id].Customer.PutAsync(customer, etag);\n";

    public static TheoryData<string, int> Sources => new()
    {
        { "what is small enough", 1 },
        { "more ways than anybody follows", 0 },
        { "very many statements", 1 },
        { "variables times ways", 0 },
        { "a chain of members", 1 },
        { "tuples of tuples", 1 },
        { "an expression deeper than the stack", 0 },
        { "functions that call each other", 1 },
        { "functions that call the next one twice", 1 },
        { "functions inside functions", 1 },
    };

    [Theory(Timeout = Hang)]
    [MemberData(nameof(Sources))]
    public async Task Ends_with(string source, int expected)
    {
        var found = await Consumer.AnalyzeAsync(Consumer.Method(Write(source)) + "\nclass Node { public readonly Node Next = null!; }\n").WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, found.Count(diagnostic => string.Equals(diagnostic.Id, "SIE1002", StringComparison.Ordinal)));
    }

    private static string Write(string source) => source switch
    {
        "what is small enough" => Twice,
        "more ways than anybody follows" => Repeat(3_000, i => $"if (assets.Count > {i}) {{ Console.WriteLine(id); }}\n") + Twice,
        "very many statements" => Repeat(20_000, _ => "id = id + otherId;\n") + "id = 1;\n" + Twice,
        "variables times ways" => Repeat(150, i => $"var v{i} = (id, {i});\n") + Repeat(150, i => $"while (assets.Count > {i}) {{ v{i} = v{(i + 1) % 150};\n") + Twice + new string('}', 150),
        "a chain of members" => "var node = new Node();\n" + Repeat(5_000, _ => "node = node.Next;\n") + Twice,
        "tuples of tuples" => "var t0 = (etag, etag);\n" + Repeat(12, i => $"var t{i + 1} = (t{i}, t{i});\n") + "object o = t12;\n" + Repeat(60, _ => "o = new[] { o, o };\n") + Twice,
        "an expression deeper than the stack" => "var sum = id" + Repeat(4_000, _ => " + otherId") + ";\n" + Twice,
        "functions that call each other" => "await F0Async();\n" + Repeat(200, i => $"async Task F{i}Async() {{ await F{(i + 1) % 200}Async(); await F{(i + 7) % 200}Async(); }}\n") + Twice,
        "functions that call the next one twice" => "await F0Async();\n" + Repeat(60, i => $"async Task F{i}Async() {{ await F{i + 1}Async(); await F{i + 1}Async(); }}\n") + "async Task F60Async() => await Task.Yield();\n" + Twice,
        "functions inside functions" => Repeat(40, i => $"await F{i}Async();\nasync Task F{i}Async() {{\nawait Task.Yield();\n") + new string('}', 40) + Twice,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "There is no such source; add it."),
    };

    private static string Repeat(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(line(i));
        }

        return text.ToString();
    }
}
