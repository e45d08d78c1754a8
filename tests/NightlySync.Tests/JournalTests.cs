using System.Net;
using NightlySync.Tests.Fixtures;
using SieSmart.Sandbox.Faults;

namespace NightlySync.Tests;

/// <summary>What the journal keeps from being sent.</summary>
public sealed class JournalTests
{
    [Fact]
    public async Task A_torn_last_line_was_never_acted_upon_and_its_row_is_sent()
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(2);
        await night.RunAsync();
        night.WriteRows(3);
        await File.AppendAllTextAsync(night.Journal, """{"at":"2026-11-22T01:00:00+00:00","event":"sending","reference":"R-03","finger""", TestContext.Current.CancellationToken);

        var second = await night.RunAsync();
        var third = await night.RunAsync();

        Assert.Equal((0, 0), (second.ExitCode, third.ExitCode));
        Assert.Contains("3 created before", third.Text, StringComparison.Ordinal);
        Assert.Equal(3, night.Created);
    }

    [Fact]
    public async Task A_line_in_the_middle_that_cannot_be_read_stops_everything()
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(2);
        await night.RunAsync();
        var lines = await File.ReadAllLinesAsync(night.Journal, TestContext.Current.CancellationToken);
        lines[1] = lines[1][..20];
        await File.WriteAllLinesAsync(night.Journal, lines, TestContext.Current.CancellationToken);

        var run = await night.RunAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Line 2 of the journal", run.Text, StringComparison.Ordinal);
        Assert.Equal(2, night.SentUnhindered);
    }

    [Fact]
    public async Task A_missing_journal_is_not_taken_for_a_first_run()
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(2);
        await night.RunAsync();
        File.Move(night.Journal, night.Journal + ".moved");

        var without = await night.RunAsync();
        File.Move(night.Journal + ".moved", night.Journal);
        var again = await night.RunAsync("--new-journal");

        Assert.Equal((1, 1), (without.ExitCode, again.ExitCode));
        Assert.Contains("what is a proposal already would be created again", without.Text, StringComparison.Ordinal);
        Assert.Contains("is there already: go on with it instead of beginning a new one", again.Text, StringComparison.Ordinal);
        Assert.Equal(2, night.SentUnhindered);
    }

    [Fact]
    public async Task A_journal_of_another_API_is_refused()
    {
        await using var night = await Night.BeginAsync();
        await using var other = await Night.BeginAsync();
        night.WriteRows(1);
        await night.RunAsync();

        var run = await night.RunAsItIsAsync(other.Configure(), "--file", night.File);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("use a journal for each", run.Text, StringComparison.Ordinal);
        Assert.Equal(0, other.SentUnhindered);
    }

    [Fact]
    public async Task An_outcome_that_the_API_leaves_open_is_unknown_and_not_sent_again()
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(3);
        night.Sandbox.Faults.Enqueue(Night.OnCreate(Fault.Status(HttpStatusCode.BadGateway).AfterWrite()));

        var first = await night.RunAsync("--in-flight", "1");
        var second = await night.RunAsync();

        Assert.Equal((2, 2), (first.ExitCode, second.ExitCode));
        Assert.Equal(["R-01"], first.Unknown);
        Assert.Equal(["R-01"], second.Unknown);
        Assert.Contains("502 Bad Gateway", second.Text, StringComparison.Ordinal);
        Assert.Equal((2, 3), (night.SentUnhindered, night.Created));
    }

    [Fact]
    public async Task What_the_client_repeats_by_itself_is_not_in_doubt()
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(3);
        night.Sandbox.Faults.Enqueue(Night.OnCreate(Fault.TokenRevoked()));
        night.Sandbox.Faults.Enqueue(Night.OnCreate(Fault.TooManyRequests(TimeSpan.FromSeconds(1))));

        var run = await night.RunAsync("--in-flight", "1");

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Equal(3, night.Created);
    }

    [Fact]
    public async Task A_row_that_changed_after_it_was_created_is_reported_and_not_sent()
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(2);
        await night.RunAsync();
        night.Write(Night.Row(1), "R-02,1001,10001001,Something else,");

        var run = await night.RunAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("R-02 changed since they were sent", run.Text, StringComparison.Ordinal);
        Assert.Equal(2, night.SentUnhindered);
    }

    [Fact]
    public async Task A_rejected_row_is_sent_again_once_it_was_put_right()
    {
        await using var night = await Night.BeginAsync();
        night.Write(Night.Row(1), "R-02,9999,,,");
        var first = await night.RunAsync();
        var unchanged = await night.RunAsync();
        var sent = night.SentUnhindered;
        night.WriteRows(2);

        var corrected = await night.RunAsync();

        Assert.Equal((2, 2, 0), (first.ExitCode, unchanged.ExitCode, corrected.ExitCode));
        Assert.Contains("R-02 rejected by the API", unchanged.Text, StringComparison.Ordinal);
        Assert.Contains("is none of your offices: 9999", unchanged.Text, StringComparison.Ordinal);
        Assert.Equal((2, 3, 2), (sent, night.SentUnhindered, night.Created));
    }

    [Fact]
    public async Task Neither_the_secret_nor_what_a_row_says_gets_into_the_journal()
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(1);

        var run = await night.RunAsync();

        var journal = await File.ReadAllTextAsync(night.Journal, TestContext.Current.CancellationToken);
        Assert.Contains("R-01", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("Desktop", journal, StringComparison.Ordinal);
        Assert.DoesNotContain(night.Sandbox.ClientSecret, journal + run.Output + run.Errors, StringComparison.Ordinal);
    }
}
