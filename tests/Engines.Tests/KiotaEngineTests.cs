using Requirements;

namespace Engines.Tests;

/// <summary>The client that Kiota's own tool makes, with our guards beside it, does for its callers what the generator's does.</summary>
public sealed class KiotaEngineTests(ITestOutputHelper output)
{
    [Fact]
    public async Task End_to_end_tests_and_QuickStart_pass_with_Kiotas_client()
    {
        var run = await RunAsync("EndToEnd.Tests");

        Assert.True(run.Others.Count == 0, string.Join(Environment.NewLine, run.Others));
        Assert.Contains("EndToEnd.Tests.Engines.KiotaEngineTests.The_client_is_Kiotas_with_guards_beside_it", run.Passed);
        Assert.Contains(run.Passed, name => name.StartsWith("EndToEnd.Tests.Samples.QuickStartTests.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doubles_for_the_tests_of_others_serve_Kiotas_client()
    {
        var run = await RunAsync("SieSmart.Testing.Tests");

        Assert.True(run.Others.Count == 0, string.Join(Environment.NewLine, run.Others));
        Assert.Contains(run.Passed, name => name.StartsWith("SieSmart.Testing.Tests.SieSmartStubTests.", StringComparison.Ordinal));
    }

    private async Task<EngineRun> RunAsync(string project)
    {
        MachineRequirements.KiotaTool.PathOrSkip();
        var run = await EngineRun.OfAsync(project, "Kiota");

        // A passed test shows its output nowhere but in files; how many tests it stands for is worth a line.
        output.WriteLine(run.ToString());
        TestContext.Current.SendDiagnosticMessage(run.ToString());
        return run;
    }
}
