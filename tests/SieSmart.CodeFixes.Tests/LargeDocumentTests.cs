using System.Globalization;
using System.Text;
using SieSmart.CodeFixes.Tests.Consuming;

namespace SieSmart.CodeFixes.Tests;

/// <summary>The way over for who has many calls: every unguarded one is reported, and one Fix All does what can be done.</summary>
public sealed class LargeDocumentTests
{
    private const string Rule = "SIE1001";

    [Fact]
    public async Task Reports_every_unguarded_call_and_fixes_all_but_those_with_neither_a_version_nor_a_read_in_scope()
    {
        var (source, unguarded, hopeless) = Program();
        var project = ConsumerProject.Of(Apis.Large, source);
        Assert.Equal(Apis.LargeOperations, unguarded.Count);
        Assert.Empty(await project.CompileAsync());
        Assert.Equal(unguarded, await LinesAsync(project));

        var changed = (await project.FixAllAsync(Rule))!;

        Assert.Empty(await changed.CompileAsync());
        Assert.Equal(hopeless, await LinesAsync(changed));
        Assert.Empty(await changed.FindAsync("SIE1002", "SIE1005", "SIE1006"));
        Assert.Equal(hopeless, await UnguardedLinesAsync(changed));
    }

    // Each part of a resource is written to in another situation.
    private static (string Source, IReadOnlyList<string> Unguarded, IReadOnlyList<string> Hopeless) Program()
    {
        var text = new StringBuilder("using System.Threading.Tasks;\nusing Api;\nusing Api.Models;\nusing SieSmart.Runtime;\n\npublic sealed class Consumer(Client client)\n{\n");
        var unguarded = new List<string>();
        var hopeless = new List<string>();
        for (var resource = 0; resource < Apis.Resources; resource++)
        {
            var builder = string.Create(CultureInfo.InvariantCulture, $"client.Resource{resource}[id]");
            var other = string.Create(CultureInfo.InvariantCulture, $"client.Resource{(resource + 1) % Apis.Resources}[id]");
            Add($"public async Task Given{resource}(long id, Thing thing, ETag version)", 0, "");
            Add($"public async Task<Thing?> Read{resource}(long id, Thing thing)", 1, $"var read = await {builder}.GetAsync();\n        thing.Name = read?.Name;", result: true);
            Add($"public async Task Versioned{resource}(long id, Thing thing)", 2, $"var versioned = await {builder}.GetVersionedAsync();");
            Add($"public async Task Nothing{resource}(long id, Thing thing)", 3, "", isHopeless: true);
            Add($"public async Task Foreign{resource}(long id, Thing thing)", 4, $"var foreign = await {other}.GetAsync();\n        thing.Name = foreign?.Name;", isHopeless: true);

            void Add(string head, int part, string before, bool result = false, bool isHopeless = false)
            {
                var call = string.Create(CultureInfo.InvariantCulture, $"await {builder}.Part{part}.PutAsync(thing);");
                text.Append(CultureInfo.InvariantCulture, $"    {head}\n    {{\n        {before}\n        {(result ? "return " : "")}{call}\n    }}\n\n");
                unguarded.Add(call);
                if (isHopeless)
                {
                    hopeless.Add(call);
                }
            }
        }

        return (text.Append("}\n").ToString(), unguarded, hopeless);
    }

    private static async Task<IReadOnlyList<string>> LinesAsync(ConsumerProject project) =>
        [.. (await project.FindAsync(Rule)).Select(diagnostic => Call(diagnostic.Location.SourceTree!.GetText(TestContext.Current.CancellationToken).Lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line].ToString()))];

    private static async Task<IReadOnlyList<string>> UnguardedLinesAsync(ConsumerProject project) =>
        [.. (await project.TextAsync()).Split('\n').Where(line => line.Contains("PutAsync(thing)", StringComparison.Ordinal)).Select(Call)];

    private static string Call(string line) => line[line.IndexOf("await", StringComparison.Ordinal)..];
}
