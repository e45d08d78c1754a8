using NightlySync.Tests.Fixtures;

namespace NightlySync.Tests;

/// <summary>What a run finds that follows one that was killed.</summary>
public sealed class KillTests
{
    private const int Rows = 10;
    private const int Held = 3;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_in_flight_are_unknown_and_never_sent_again_and_all_others_are_created_once(bool isAfterCommit)
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(Rows);
        night.Hold(Held, isAfterCommit);
        using (var killed = night.Start("--in-flight", "4"))
        {
            await Night.UntilAsync(() => night.Sandbox.Faults.Count == 0 && night.Created == (isAfterCommit ? Rows : Rows - Held));
            await Night.UntilAsync(() => night.NotedAsCreated == Rows - Held);
            await killed.KillAsync();
        }

        night.Write(Enumerable.Range(1, Rows + 2).Select(Night.Row));
        var second = await night.RunAsync();
        var third = await night.RunAsync();

        Assert.Equal((2, 2), (second.ExitCode, third.ExitCode));
        Assert.Equal(Held, second.Unknown.Count);
        Assert.Equal(second.Unknown, third.Unknown);
        Assert.All(second.Unknown, row => Assert.Contains(row, Night.References(1, Rows)));
        Assert.Contains($"{Rows - Held} created before", second.Text, StringComparison.Ordinal);
        Assert.Equal(Rows - Held + 2, night.SentUnhindered);
        Assert.Equal(isAfterCommit ? Rows + 2 : Rows - Held + 2, night.Created);
    }

    [Fact]
    public async Task Rows_that_only_waited_for_their_turn_are_not_unknown()
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(14);
        night.Hold(1, isAfterCommit: true);
        using (var killed = night.Start(new Dictionary<string, string>(StringComparer.Ordinal) { ["SieSmart__RequestsPerMinute"] = "10" }, "--in-flight", "12"))
        {
            // Its share of ten is nine; the others wait for most of a minute. The held one is in flight.
            await Night.UntilAsync(() => night.Created == 9);
            await killed.KillAsync();
        }

        var second = await night.RunAsync();

        Assert.Equal(2, second.ExitCode);
        Assert.True(second.Unknown.Count is >= 1 and <= 9, second.Output);
        Assert.Equal(14, night.Created);
    }

    [Fact]
    public async Task A_second_process_on_the_same_journal_is_refused()
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(1);
        night.Hold(1, isAfterCommit: false);
        using var first = night.Start();
        await Night.UntilAsync(() => night.Sandbox.Faults.Count == 0);

        var second = await night.RunAsync();
        var resolution = await night.ResolveAsync("R-01", "--not-created");

        Assert.Equal((1, 1), (second.ExitCode, resolution.ExitCode));
        Assert.Contains("If another run uses it, wait until that one has ended", second.Text, StringComparison.Ordinal);
        Assert.Equal(0, night.SentUnhindered);
    }
}
