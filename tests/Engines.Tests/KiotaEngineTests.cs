using Requirements;

namespace Engines.Tests;

/// <summary>The client that Kiota's own tool makes, with our guards beside it, does for its callers what the generator's does.</summary>
public sealed class KiotaEngineTests(ITestOutputHelper output)
{
    private const string Engine = "Kiota";

    [Fact]
    public async Task End_to_end_tests_and_QuickStart_pass_with_Kiotas_client()
    {
        MachineRequirements.KiotaTool.PathOrSkip();

        var run = await EngineRun.OfAsync("EndToEnd.Tests", Engine);

        output.WriteLine(run.ToString());
        TestContext.Current.SendDiagnosticMessage(run.ToString());
        Assert.Empty(run.Others);
        Assert.Contains("EndToEnd.Tests.Engines.KiotaEngineTests.The_client_is_Kiotas_with_guards_beside_it", run.Passed);
        Assert.Contains(run.Passed, name => name.StartsWith("EndToEnd.Tests.Samples.QuickStartTests.", StringComparison.Ordinal));
    }
}
