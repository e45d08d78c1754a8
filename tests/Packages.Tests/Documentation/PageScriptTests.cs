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

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => await packed.MakeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Getting_started_leads_from_nothing_but_packages_to_a_guarded_write()
    {
        var folder = Path.Combine(packed.Root, "getting-started");
        Directory.CreateDirectory(folder);
        packed.BeFeedOf(folder);

        var output = await packed.Consumer(folder, Script(GettingStarted)).MustSucceedAsync();

        Assert.Contains("warning SIE1002", output, StringComparison.Ordinal);
        foreach (var line in ShownOutput())
        {
            Assert.Matches(line, output);
        }
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

    [Fact]
    public async Task The_commands_of_the_readme_work_in_a_clone()
    {
        var output = await (Script("README.md") with { Folder = packed.Clone }).MustSucceedAsync();

        Assert.Contains("412", output, StringComparison.Ordinal);
        Assert.Contains("SieSmart sandbox", output, StringComparison.Ordinal);
    }

    private static Command Script(string page) => new(MachineRequirements.Bash.PathOrSkip(), "-c", PageScript.Of(page, Port));

    /// <summary>The lines that the page shows, as patterns: each number may be another one.</summary>
    private static List<string> ShownOutput()
    {
        var page = RepositoryFiles.Read(GettingStarted);
        var shown = page.Split("```text\n")[^1].Split("\n```")[0].Split('\n');
        Assert.Equal(3, shown.Length);
        return [.. shown.Select(line => Number().Replace(Regex.Escape(line), @"\d+").Replace("…", ".*", StringComparison.Ordinal))];
    }

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
