using SieSmart.Runtime.Conflicts;
using SieSmart.Sandbox;
using SieSmart.Sandbox.Versions;

namespace EndToEnd.Tests.LostUpdates;

public sealed class LostUpdateTests
{
    /// <summary>Enough for the writer that loses every race.</summary>
    private const int Attempts = 10 * ConcurrentWriters.Count;

    /// <summary>Times as fast as in reality, or the test would take minutes: a version a second is all that such ETags allow.</summary>
    private const int Speed = 20;

    [Theory]
    [InlineData(ETagOptions.None)]
    [InlineData(ETagOptions.Quoted)]
    [InlineData(ETagOptions.OnWrites)]
    public async Task No_entry_of_32_concurrent_writers_is_lost(ETagOptions etags)
    {
        var survivors = await CountSurvivorsAsync(
            new SandboxOptions { ETags = etags, RequestsPerWindow = int.MaxValue },
            new UpdateOptions { Attempts = Attempts, Delay = TimeSpan.FromMilliseconds(10), MaxDelay = TimeSpan.FromMilliseconds(200) });

        Assert.Equal(ConcurrentWriters.Count, survivors);
    }

    [Theory]
    [InlineData(ETagOptions.OneSecondResolution)]
    [InlineData(ETagOptions.OneSecondResolution | ETagOptions.OnWrites)]
    public async Task None_is_lost_when_versions_of_a_second_share_their_etag(ETagOptions etags)
    {
        var clock = new FastTimeProvider(Speed);

        var survivors = await CountSurvivorsAsync(
            new SandboxOptions { ETags = etags, TimeProvider = clock, RequestsPerWindow = int.MaxValue },
            new UpdateOptions { Attempts = Attempts, TimeProvider = clock });

        Assert.Equal(ConcurrentWriters.Count, survivors);
    }

    /// <summary>Shows what the waits of the update are for.</summary>
    [Fact]
    public async Task Entries_are_lost_when_such_etags_are_trusted_at_once()
    {
        var survivors = await CountSurvivorsAsync(
            new SandboxOptions { ETags = ETagOptions.OneSecondResolution, TimeProvider = new FrozenTimeProvider(), RequestsPerWindow = int.MaxValue },
            new UpdateOptions { Attempts = Attempts, ETagResolution = TimeSpan.Zero });

        Assert.InRange(survivors, 1, ConcurrentWriters.Count - 1);
    }

    /// <summary>Shows that the writers do get in each other's way.</summary>
    [Fact]
    public async Task Entries_are_lost_when_the_server_does_not_check_if_match()
    {
        var survivors = await CountSurvivorsAsync(
            new SandboxOptions { CheckIfMatch = false, RequestsPerWindow = int.MaxValue },
            new UpdateOptions());

        Assert.InRange(survivors, 1, ConcurrentWriters.Count - 1);
    }

    private static async Task<int> CountSurvivorsAsync(SandboxOptions sandboxOptions, UpdateOptions options)
    {
        await using var sandbox = await SandboxServer.StartAsync(sandboxOptions, TestContext.Current.CancellationToken);
        return await new ConcurrentWriters(options).CountSurvivingEntriesAsync(sandbox, TestContext.Current.CancellationToken);
    }
}
