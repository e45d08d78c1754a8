using System.Net;
using NightlySync.Tests.Fixtures;
using SieSmart.Sandbox.Faults;

namespace NightlySync.Tests;

/// <summary>A person settles a row in doubt.</summary>
public sealed class ResolveTests
{
    [Fact]
    public async Task A_row_that_was_found_is_never_sent_again()
    {
        await using var night = await InDoubtAsync();

        var resolution = await night.ResolveAsync("R-01", "--created", "100001");
        var run = await night.RunAsync();

        Assert.Equal((0, 0), (resolution.ExitCode, run.ExitCode));
        Assert.Contains("2 created before", run.Text, StringComparison.Ordinal);
        Assert.Equal(1, night.SentUnhindered);
    }

    [Fact]
    public async Task A_row_that_was_not_found_is_sent_once_more()
    {
        await using var night = await InDoubtAsync();

        var resolution = await night.ResolveAsync("R-01", "--not-created");
        var run = await night.RunAsync();
        var next = await night.RunAsync();

        Assert.Equal((0, 0, 0), (resolution.ExitCode, run.ExitCode, next.ExitCode));
        Assert.Equal(2, night.SentUnhindered);
    }

    [Theory]
    [InlineData("is not in doubt: it is proposal", "R-02", "--not-created")]
    [InlineData("is not in doubt: it is not known to have been sent", "R-99", "--not-created")]
    public async Task A_row_that_is_not_in_doubt_stays_what_it_is(string complaint, params string[] arguments)
    {
        await using var night = await InDoubtAsync();

        var resolution = await night.ResolveAsync(arguments);

        Assert.Equal(1, resolution.ExitCode);
        Assert.Contains(complaint, resolution.Text, StringComparison.Ordinal);
        Assert.Equal(["R-01"], (await night.RunAsync()).Unknown);
    }

    [Fact]
    public async Task The_journal_may_be_named_before_the_word_resolve_too()
    {
        await using var night = await InDoubtAsync();
        var journal = Path.Combine(Path.GetDirectoryName(night.Journal)!, "elsewhere.journal");
        File.Move(night.Journal, journal);

        var before = await night.RunAsItIsAsync(new Dictionary<string, string>(StringComparer.Ordinal), "--journal", journal, "resolve", "R-01", "--not-created");
        var stray = await night.RunAsItIsAsync(new Dictionary<string, string>(StringComparer.Ordinal), "--file", night.File, "resolve", "R-01", "--not-created");

        Assert.Contains("Row R-01 is no proposal", before.Text, StringComparison.Ordinal);
        Assert.Equal((1, ""), (stray.ExitCode, stray.Output));
        Assert.Contains("resolve has no use for --file. Leave it out", stray.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("either --created with the proposal's id, or --not-created", "R-01")]
    [InlineData("either --created with the proposal's id, or --not-created", "R-01", "--created", "1", "--not-created")]
    [InlineData("--created needs a whole number from 1 to 9223372036854775807, not '0'", "R-01", "--created", "0")]
    [InlineData("Unrecognized command or argument 'false'", "R-01", "--not-created", "false")]
    [InlineData("Required argument 'reference' missing for command: 'resolve'", "--not-created")]
    [InlineData("There is no option '--notcreated', and 'reference' does not begin with a dash", "--notcreated", "--created", "1")]
    public async Task What_makes_no_sense_notes_nothing(string complaint, params string[] arguments)
    {
        await using var night = await InDoubtAsync();

        var resolution = await night.ResolveAsync(arguments);

        Assert.Equal(1, resolution.ExitCode);
        Assert.Contains(complaint, resolution.Errors, StringComparison.Ordinal);
        Assert.Equal(["R-01"], (await night.RunAsync()).Unknown);
    }

    /// <summary>Of two rows the first is in doubt.</summary>
    private static async Task<Night> InDoubtAsync()
    {
        var night = await Night.BeginAsync();
        night.WriteRows(2);
        night.Sandbox.Faults.Enqueue(Night.OnCreate(Fault.Status(HttpStatusCode.GatewayTimeout)));
        var run = await night.RunAsync("--in-flight", "1");
        Assert.Equal(["R-01"], run.Unknown);
        return night;
    }
}
