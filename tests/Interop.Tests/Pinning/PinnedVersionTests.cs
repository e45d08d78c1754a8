using System.Text.Json.Nodes;

namespace Interop.Tests.Pinning;

public sealed class PinnedVersionTests
{
    [Fact]
    public void The_client_is_written_by_the_version_that_the_lock_pins()
    {
        var pinned = Lock()["packages"]!["node_modules/nswag"]!["version"]!.GetValue<string>();

        Assert.Contains($"NSwag toolchain v{pinned}.", Locations.WrittenByNSwag, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lock_pins_contents_and_names_no_registry()
    {
        foreach (var (name, package) in Lock()["packages"]!.AsObject().Where(package => package.Key.Length > 0))
        {
            Assert.False(package!.AsObject().ContainsKey("resolved"), $"{name} names a registry. Make the lock anew with 'npm install --package-lock-only --omit-lockfile-registry-resolved'.");
            Assert.StartsWith("sha512-", package["integrity"]?.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    private static JsonNode Lock() => JsonNode.Parse(Locations.Read("tests/Interop.Tests/package-lock.json"))!;
}
