using System.Text.RegularExpressions;
using Documentation.Tests.Running;
using SieSmart.Sandbox;
using SieSmart.Sandbox.Versions;
using TestSupport;
using TestSupport.Markdown;

namespace Documentation.Tests;

/// <summary>
/// The C# that pages show does what they say, with a server that sends ETags on writes and with one that sends what is documented.
/// </summary>
public sealed partial class RunningCodeTests
{
    private const string GettingStarted = "docs/getting-started.md";

    public static TheoryData<string, ETagOptions> Pages => WithEachServer(CodeTests.Pages.Select(page => page.Data).Where(path => ExampleProgram.CallsTheApi(new MarkdownPage(path))));

    public static TheoryData<ETagOptions> Servers => [ETagOptions.None, ETagOptions.OnWrites];

    [Fact]
    public void Is_run_on_every_page_that_calls_the_api()
    {
        string[] known = ["README.md", GettingStarted, "docs/conflicts.md", "docs/errors.md", "docs/throttling.md", "docs/troubleshooting.md"];

        Assert.Empty(known.Except(Pages.Select(page => page.Data.Item1)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Runs_to_its_end(string path, ETagOptions server) => await RunAsync(path, server);

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Of_the_readme_reaches_the_conflict_that_it_shows(ETagOptions server)
    {
        var output = await RunAsync("README.md", server);

        Assert.Contains("somebody else changed the assets since you saw it", output, StringComparison.Ordinal);
        Assert.Contains("Assets, none of them twice: 1\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("Added another by a generated call, trace id ", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Of_getting_started_writes_the_lines_that_it_shows(ETagOptions server)
    {
        var output = await RunAsync(GettingStarted, server);

        var shown = RepositoryFiles.Read(GettingStarted).Split("```text\n")[^1].Split("\n```")[0].Split('\n');
        Assert.All(shown, line => Assert.Matches(Number().Replace(Regex.Escape(line), @"\d+").Replace("…", ".*", StringComparison.Ordinal), output));
    }

    private static async Task<string> RunAsync(string path, ETagOptions server)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { ETags = server }, TestContext.Current.CancellationToken);
        return await ExampleProgram.RunAsync(new MarkdownPage(path), sandbox);
    }

    private static TheoryData<string, ETagOptions> WithEachServer(IEnumerable<string> paths)
    {
        var runs = new TheoryData<string, ETagOptions>();
        foreach (var path in paths.Where(path => path != "docs/testing.md"))
        {
            runs.Add(path, ETagOptions.None);
            runs.Add(path, ETagOptions.OnWrites);
        }

        return runs;
    }

    [GeneratedRegex("[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
