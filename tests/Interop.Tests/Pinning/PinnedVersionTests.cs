namespace Interop.Tests.Pinning;

public sealed class PinnedVersionTests
{
    [Fact]
    public void The_client_is_written_by_the_version_that_the_repository_pins() =>
        Assert.Contains($"NSwag toolchain v{Locations.NSwagVersion}.", Locations.WrittenByNSwag, StringComparison.Ordinal);
}
