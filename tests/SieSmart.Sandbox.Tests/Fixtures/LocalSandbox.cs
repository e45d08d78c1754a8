namespace SieSmart.Sandbox.Tests.Fixtures;

/// <summary>Starts sandboxes for as long as the test runs.</summary>
internal static class LocalSandbox
{
    public static Task<SandboxServer> StartAsync(SandboxOptions? options = null)
        => SandboxServer.StartAsync(options, TestContext.Current.CancellationToken);
}
