using NightlySync.Tests.Fixtures;

namespace NightlySync.Tests;

/// <summary>What the file may look like.</summary>
public sealed class InputTests
{
    [Fact]
    public async Task A_malformed_row_is_reported_with_its_line_and_costs_no_other()
    {
        await using var night = await Night.BeginAsync();
        night.Write(
            Night.Row(1),
            "R-02,1001,,\"A quote that nobody closes,",
            "R-03,1001,,\"Two lines,",
            "and a \"\"quoted\"\" word\",",
            "R-04,1001,,15\" screens,",
            "",
            "R-05,1001,,too few",
            "R-06,London,,,",
            ",1001,,,",
            Night.Row(7),
            Night.Row(1),
            "R-08,1001,,\"Not closed either,");

        var run = await night.RunAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(3, night.Created);
        Assert.Equal([3, 6, 8, 9, 10, 13], LinesThatAre("malformed"));
        Assert.Equal([12], LinesThatAre("with a reference used above"));

        IEnumerable<int> LinesThatAre(string outcome) =>
            from line in run.Output.Split('\n')
            where line.Contains($" {outcome} ", StringComparison.Ordinal) && char.IsDigit(line[0])
            select int.Parse(line.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("reference,officeId,salesContact", "the column 'salesContact' is not understood")]
    [InlineData("reference;officeId", "no column 'reference'")]
    [InlineData("", "no column 'reference'")]
    public async Task A_header_that_is_not_understood_stops_it_before_anything_is_sent(string header, string complaint)
    {
        await using var night = await Night.BeginAsync();
        await File.WriteAllLinesAsync(night.File, [header, "R-01,1001,"], TestContext.Current.CancellationToken);

        var run = await night.RunAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(complaint, run.Text, StringComparison.Ordinal);
        Assert.Empty(night.Sandbox.Requests);
        Assert.False(File.Exists(night.Journal));
    }

    [Theory]
    [InlineData("4D-FC-6C-6C-65-72", "line 3", "byte 0xFC")]
    [InlineData("4D-C3", "line 3", "byte 0xC3")]
    [InlineData("E2-82", "line 3", "byte 0xE2")]
    public async Task A_file_that_is_not_utf8_is_refused_with_line_and_byte_and_creates_nothing(string name, params string[] told)
    {
        await using var night = await Night.BeginAsync();
        night.Write(Night.Row(1));
        await using (var file = new FileStream(night.File, FileMode.Append))
        {
            byte[] row = [.. "R-02,1001,,"u8, .. Convert.FromHexString(name.Replace("-", string.Empty, StringComparison.Ordinal)), .. ",\n"u8];
            await file.WriteAsync(row, TestContext.Current.CancellationToken);
        }

        var run = await night.RunAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.All([.. told, "UTF-8"], word => Assert.Contains(word, run.Text, StringComparison.Ordinal));
        Assert.Empty(night.Sandbox.Requests);
        Assert.False(File.Exists(night.Journal));
    }

    [Fact]
    public async Task A_file_in_utf16_is_refused_and_one_with_a_byte_order_mark_of_utf8_is_not()
    {
        await using var night = await Night.BeginAsync();
        string[] lines = [Night.Header, "R-01,1001,,Müller,"];
        await File.WriteAllLinesAsync(night.File, lines, System.Text.Encoding.Unicode, TestContext.Current.CancellationToken);
        var refused = await night.RunAsync();
        Assert.Equal((1, 0), (refused.ExitCode, night.Created));
        Assert.Contains("line 1: byte 0xFF", refused.Text, StringComparison.Ordinal);

        await File.WriteAllLinesAsync(night.File, lines, System.Text.Encoding.UTF8, TestContext.Current.CancellationToken);
        var run = await night.RunAsync("--new-journal");

        Assert.Equal((0, 1), (run.ExitCode, night.Created));
    }

    [Fact]
    public async Task A_file_without_rows_is_said_to_have_none()
    {
        await using var night = await Night.BeginAsync();
        night.Write();

        var run = await night.RunAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("has a header and no rows: nothing was created", run.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(night.Journal));
    }

    [Fact]
    public async Task Without_credentials_a_file_goes_nowhere()
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(1);

        var run = await night.RunAsItIsAsync(new Dictionary<string, string>(StringComparer.Ordinal), "--file", night.File, "--new-journal");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SieSmart:ClientId is missing", run.Text, StringComparison.Ordinal);
        Assert.False(File.Exists(night.Journal));
    }

    [Theory]
    [InlineData("--in-flight needs a whole number from 1 to 50, not '51'", "--in-flight", "51")]
    [InlineData("Did you mean one of the following?\n--journal\n", "--jurnal", "nightly.journal")]
    public async Task An_argument_that_is_not_understood_is_named_before_anything_is_sent(string complaint, params string[] arguments)
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(1);

        var run = await night.RunAsync(arguments);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains(complaint, run.Errors.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Empty(night.Sandbox.Requests);
    }

    [Fact]
    public async Task Help_tells_of_the_options_of_resolve_and_of_the_exit_codes()
    {
        await using var night = await Night.BeginAsync();

        var help = await night.RunAsItIsAsync(new Dictionary<string, string>(StringComparer.Ordinal), "--help");
        var resolve = await night.ResolveAsync("--help");

        Assert.Equal((0, 0), (help.ExitCode, resolve.ExitCode));
        Assert.Contains("2 if some are not or are in doubt", help.Text, StringComparison.Ordinal);
        Assert.Contains("--in-flight <number> How many rows to send at a time, 1 to 50 [default: 8]", help.Text, StringComparison.Ordinal);
        Assert.Contains("resolve <reference> Settles rows in doubt: --created <proposal id>, --not-created, or --findings <file> for many", help.Text, StringComparison.Ordinal);
        Assert.Contains("--journal <file> What was sent and what came of it", resolve.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_file_it_demonstrates_itself()
    {
        await using var night = await Night.BeginAsync();

        var run = await night.RunAsItIsAsync(new Dictionary<string, string>(StringComparer.Ordinal));

        Assert.True(run.ExitCode == 2, run.Output + run.Errors);
        Assert.Contains("248 created 1 rejected by the API 1 malformed", run.Text, StringComparison.Ordinal);
    }
}
