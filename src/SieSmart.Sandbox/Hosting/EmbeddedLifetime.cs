using Microsoft.Extensions.Hosting;

namespace SieSmart.Sandbox.Hosting;

/// <summary>A guest in somebody's process: the default lifetime would take Ctrl+C away from it.</summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
