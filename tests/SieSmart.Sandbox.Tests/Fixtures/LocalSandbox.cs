using SieSmart.Sandbox.Versions;

namespace SieSmart.Sandbox.Tests.Fixtures;

/// <summary>Starts sandboxes for as long as the test runs.</summary>
internal static class LocalSandbox
{
    /// <param name="options">How it behaves; by default it answers writes with the ETag that the next one needs.</param>
    public static Task<SandboxServer> StartAsync(SandboxOptions? options = null)
        => SandboxServer.StartAsync(options ?? new SandboxOptions { ETags = ETagOptions.OnWrites }, TestContext.Current.CancellationToken);
}
