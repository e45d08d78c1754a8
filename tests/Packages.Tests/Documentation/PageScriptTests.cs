using System.Text.RegularExpressions;
using Packages.Tests.Support;
using Requirements;
using TestSupport;

namespace Packages.Tests.Documentation;

/// <summary>What pages tell their readers to type, typed.</summary>
public sealed partial class PageScriptTests(PackedSolution packed) : PackedTests, IAsyncLifetime
{
    private const string GettingStarted = "docs/getting-started.md";
    private const int Port = 5080;
    private const int ShownLines = 5;

    /// <summary>What the programs that the README shows write, each line once or more: QuickStart, the session, and the call beneath it.</summary>
    private static readonly string[] ReadmeOutput =
    [
        "412",
        "Created proposal [0-9]+\n",
        "somebody else changed the assets since you saw it",
        "Assets, none of them twice: 1\n",
        "Added another by a generated call, trace id .+\n",
    ];

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await packed.MakeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_readme_and_getting_started_lead_from_a_fresh_clone_to_guarded_writes()
    {
        var output = await packed.Newcomer(Script("README.md", GettingStarted)).MustSucceedAsync();

        foreach (var line in ReadmeOutput.Concat(ShownOutput()))
        {
            Assert.Matches(line, output);
        }

        Assert.Contains("warning SIE1002", output, StringComparison.Ordinal);
        Assert.Contains("Passed:     2", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clients_that_Kiota_made_get_guards_in_the_build_beside_checked_in_code_and_beside_a_package()
    {
        MachineRequirements.KiotaTool.PathOrSkip();
        var folder = Path.Combine(packed.Root, "existing-clients");
        Directory.CreateDirectory(folder);
        packed.BeFeedOf(folder);

        var output = await packed.Consumer(folder, Script("docs/existing-kiota-clients.md")).MustSucceedAsync();

        const string Sent = "PUT https://orders.example.com/orders/42 If-Match: \"v1\"";
        Assert.Equal(2, output.Split(Sent).Length - 1);
        Assert.Contains("Labels.cs(7,27): warning SIE1001: 'PutAsync' has no If-Match", output, StringComparison.Ordinal);
    }

    private static Command Script(params IReadOnlyList<string> pages) => new(MachineRequirements.Bash.PathOrSkip(), "-c", PageScript.Of(Port, pages));

    /// <summary>The lines that the page shows, as patterns: each number may be another one.</summary>
    private static List<string> ShownOutput()
    {
        var page = RepositoryFiles.Read(GettingStarted);
        var shown = page.Split("```text\n")[^1].Split("\n```")[0].Split('\n');
        Assert.Equal(ShownLines, shown.Length);
        return [.. shown.Select(line => Number().Replace(Regex.Escape(line), @"\d+").Replace("…", ".*", StringComparison.Ordinal))];
    }

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
