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

    [Fact]
    public async Task Without_a_file_it_demonstrates_itself()
    {
        await using var night = await Night.BeginAsync();

        var run = await night.RunAsItIsAsync(new Dictionary<string, string>(StringComparer.Ordinal));

        Assert.True(run.ExitCode == 2, run.Output + run.Errors);
        Assert.Contains("248 created 1 rejected by the API 1 malformed", run.Text, StringComparison.Ordinal);
    }
}
