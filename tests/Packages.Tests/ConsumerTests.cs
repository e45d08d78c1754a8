using System.Runtime.InteropServices;
using Packages.Tests.Support;

namespace Packages.Tests;

/// <summary>Programs of other people, outside the repository: what their compiler says, and what they do.</summary>
public sealed class ConsumerTests(Consumers consumers) : PackedTests, IClassFixture<Consumers>
{
    private const string WholeStory = "written, then refused";

    /// <summary>What programs print that take a proposal through its life.</summary>
    internal static readonly string[] WholeLife =
    [
        "created: Fork-lift trucks, read",
        "written: Example Logistics Ltd, 48000",
        "refused: 412",
        "submitted: PENDING",
        "decided: ACCEPTED",
        "document: %PDF",
    ];

    private static readonly string[] HostFrameworks = ["net8.0", "net10.0"];

    [Fact]
    public void Sound_programs_build_without_a_warning() => Assert.Empty(consumers.Diagnostics);

    [Fact]
    public void A_write_without_an_etag_compiles_in_none_of_them() => Assert.Equal(
        [
            "Console: error CS7036",
            "Functional: error FS0501",
            "Legacy.Host: error CS7036",
            "NetFramework: error CS7036",
            "Tested: error CS7036",
            "TwoClients: error CS7036",
            "Web: error CS7036",
            "Worker: error CS7036",
        ],
        consumers.DiagnosticsOfMistake("WithoutETag"));

    [Fact]
    public void A_stale_etag_is_warned_of_in_all_that_the_compiler_can_look_into() => Assert.Equal(
        [
            "Console: warning SIE1002",
            // It references only a project that references the client, and its SDK lets no analyzers through.
            "Legacy.Host: warning SIE1002",
            "Legacy.Library: warning SIE1002",
            "NetFramework: warning SIE1002",
            "Tested: warning SIE1002",
            "TwoClients: warning SIE1002",
            "Web: warning SIE1002",
            "Worker: warning SIE1002",
        ],
        consumers.DiagnosticsOfMistake("StaleETag"));

    [Theory]
    [InlineData("Console")]
    [InlineData("Worker")]
    [InlineData("Functional")]
    [InlineData("TwoClients")]
    [InlineData("Tested")]
    [InlineData("Azure")]
    public async Task A_program_writes_and_is_refused_with_a_stale_etag(string project) =>
        Assert.Contains(WholeStory, await consumers.Program(project).MustSucceedAsync(), StringComparison.Ordinal);

    [Fact]
    public async Task A_web_application_does_so_for_its_callers_and_is_healthy()
    {
        await using var web = await RunningProgram.StartAsync(consumers.Program("Web"), "Application started");
        using var http = new HttpClient { BaseAddress = new Uri(web.Behind("Now listening on:")) };

        Assert.Equal(WholeStory, await http.GetStringAsync("/story", TestContext.Current.CancellationToken));
        Assert.Equal("Healthy", await http.GetStringAsync("/health", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_netstandard_library_works_in_hosts_of_each_framework_that_is_installed()
    {
        List<string> hosts = [.. HostFrameworks.Where(IsInstalled)];

        Assert.Contains("net10.0", hosts);
        foreach (var host in hosts)
        {
            Assert.Equal(WholeStory, (await consumers.Program("Legacy.Host", host).MustSucceedAsync()).Trim());
        }
    }

    [Fact]
    public async Task What_packages_have_compiled_ahead_is_not_compiled_when_a_program_runs()
    {
        Assert.SkipUnless(Platform.All.Any(platform => platform.Name == RuntimeInformation.RuntimeIdentifier), $"No package has code for {RuntimeInformation.RuntimeIdentifier}.");

        var compiled = await consumers.MethodsCompiledByRunningAsync("Console");
        List<string> ofPackages = [.. compiled.Where(line => line.Contains("JIT compiled SieSmart.", StringComparison.Ordinal))];

        Assert.Contains(compiled, line => line.Contains("JIT compiled Consumers.Story", StringComparison.Ordinal));
        // Of a thousand. What is left is what no compiler can know before: generic methods for types of others, and accessors that the runtime writes.
        Assert.True(ofPackages.Count <= 20, string.Join('\n', ofPackages));
    }

    [Fact]
    public async Task A_program_of_NET_Framework_takes_a_proposal_through_its_life() =>
        Assert.Equal(WholeLife, LinesOf(await consumers.FrameworkProgram("NetFramework", "net472").MustSucceedAsync()));

    /// <summary>What a program wrote.</summary>
    internal static IReadOnlyList<string> LinesOf(string output) => output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    // Both are built; a host runs where its runtime is.
    private static bool IsInstalled(string framework) =>
        Directory.GetDirectories(Path.Combine(Command.DotNetRoot, "shared", "Microsoft.NETCore.App"), $"{framework[3..^2]}.*").Length > 0;
}
