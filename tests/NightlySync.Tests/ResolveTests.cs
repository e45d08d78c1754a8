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
    [InlineData("Row false is not in doubt", "R-01", "--not-created", "false")]
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
        Assert.Equal((64, ""), (stray.ExitCode, stray.Output));
        Assert.Contains("resolve has no use for --file. Leave it out", stray.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("either --created with the proposal's id, or --not-created", "R-01")]
    [InlineData("either --created with the proposal's id, or --not-created", "R-01", "--created", "1", "--not-created")]
    [InlineData("--created needs a whole number from 1 to 9223372036854775807, not '0'", "R-01", "--created", "0")]
    [InlineData("resolve needs the reference of a row in doubt", "--not-created")]
    [InlineData("--created is the proposal of one row", "R-01", "R-02", "--created", "1")]
    [InlineData("--findings says what each row is", "R-01", "--findings", "found.csv")]
    [InlineData("--findings says what each row is", "--not-created", "--findings", "found.csv")]
    [InlineData("There is no option '--notcreated', and 'reference' does not begin with a dash", "--notcreated", "--created", "1")]
    public async Task What_makes_no_sense_notes_nothing(string complaint, params string[] arguments)
    {
        await using var night = await InDoubtAsync();

        var resolution = await night.ResolveAsync(arguments);

        Assert.Equal(64, resolution.ExitCode);
        Assert.Contains(complaint, resolution.Errors, StringComparison.Ordinal);
        Assert.Equal(["R-01"], (await night.RunAsync()).Unknown);
    }

    [Fact]
    public async Task Many_rows_are_settled_at_once()
    {
        await using var night = await InDoubtAsync(rows: 3);

        var resolution = await night.ResolveAsync("R-01", "R-02", "R-03", "--not-created");
        var run = await night.RunAsync();

        Assert.Equal((0, 0), (resolution.ExitCode, run.ExitCode));
        Assert.Contains("Row R-03 is no proposal. The next run sends it.", resolution.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_rows_are_settled_by_a_file_of_what_was_found()
    {
        await using var night = await InDoubtAsync(rows: 3);
        var findings = night.WriteBeside("found.csv", "R-01,100001", "", "R-02, 100002 ", "R-03,");

        var resolution = await night.ResolveAsync("--findings", findings);
        var run = await night.RunAsync();

        Assert.Equal((0, 0), (resolution.ExitCode, run.ExitCode));
        Assert.Contains("Row R-02 is proposal 100002", resolution.Text, StringComparison.Ordinal);
        Assert.Contains("Row R-03 is no proposal", resolution.Text, StringComparison.Ordinal);
        Assert.Contains("1 created 3 created before", run.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Row R-04 is not in doubt", "R-01,100001", "R-04,")]
    [InlineData("line 2: expected a reference, a comma", "R-01,100001", "R-02")]
    [InlineData("line 1: expected a reference, a comma", "R-01,one", "R-02,")]
    public async Task A_file_of_which_a_line_is_wrong_settles_nothing(string complaint, params string[] lines)
    {
        await using var night = await InDoubtAsync(rows: 3);

        var resolution = await night.ResolveAsync("--findings", night.WriteBeside("found.csv", lines));

        Assert.Equal(1, resolution.ExitCode);
        Assert.Contains(complaint, resolution.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was noted", resolution.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await night.RunAsync()).Unknown.Count);
    }

    /// <summary>The first rows are in doubt, and one more is not.</summary>
    private static async Task<Night> InDoubtAsync(int rows = 1)
    {
        var night = await Night.BeginAsync();
        night.WriteRows(rows + 1);
        night.Sandbox.Faults.Enqueue(Night.OnCreate(Fault.Status(HttpStatusCode.GatewayTimeout)), rows);
        var run = await night.RunAsync("--in-flight", "1");
        Assert.Equal(Night.References(1, rows), run.Unknown);
        return night;
    }
}
