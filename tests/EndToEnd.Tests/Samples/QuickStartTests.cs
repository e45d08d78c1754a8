namespace EndToEnd.Tests.Samples;

/// <summary>The QuickStart sample against its own sandbox.</summary>
public sealed class QuickStartTests
{
    private const string Timestamp = @"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d";
    private const string TraceId = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private const string WholeSecond = ".000Z";
    private const string VerbsWithETagsOnWrites = "GET POST PUT POST GET PUT PUT GET PUT POST";
    private const string Verbs = "GET POST PUT GET POST GET PUT PUT GET PUT GET POST";
    private const string VerbsWithETagsOfOneSecond = "GET POST GET PUT GET POST GET PUT PUT GET PUT GET POST";

    [Theory]
    [InlineData("unquoted", Timestamp + @"\.\d{3}Z", Verbs)]
    [InlineData("quoted", "\"" + Timestamp + @"\.\d{3}Z""", Verbs)]
    [InlineData("one-second", Timestamp + "Z", VerbsWithETagsOfOneSecond)]
    [InlineData("on-writes", Timestamp + @"\.\d{3}Z", VerbsWithETagsOnWrites)]
    public async Task Ends_with_0_and_the_table_whatever_ETags_look_like(string etags, string etag, string verbs)
    {
        var run = await QuickStartProcess.RunAsync("--sandbox-etags", etags);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        Assert.Empty(run.Errors);
        Assert.Contains("No credentials are configured, so a sandbox in this process stands in", run.Text, StringComparison.Ordinal);
        Assert.Contains("412 Precondition Failed: PUT /proposals/{proposal-id}/calculation: /proposals/", run.Text, StringComparison.Ordinal);
        Assert.Contains("Decided: ACCEPTED", run.Text, StringComparison.Ordinal);

        // How often it reads in a row depends on the machine, and so does how often it polls behind the submission. One ETag in a
        // thousand falls on a whole second, may thus be a time to the second, and is read again before a write names it.
        var all = run.Rows.Select(row => row.Split(' ')[0]).ToList();
        if (run.Rows.Any(row => row.Contains(WholeSecond, StringComparison.Ordinal)))
        {
            Assert.StartsWith(WritesOf(verbs.Split(' ')), WritesOf(all), StringComparison.Ordinal);
        }
        else
        {
            Assert.StartsWith(verbs, string.Join(' ', all.Where((verb, index) => index == 0 || verb != "GET" || all[index - 1] != "GET")), StringComparison.Ordinal);
        }

        Assert.Matches($@"^PUT +/proposals/\d+/calculation +412 +{etag} +{TraceId} +\d+$", Assert.Single(run.Rows, row => row.Contains(" 412 ", StringComparison.Ordinal)));
        Assert.Matches($@"^POST +/proposals/proposal +200 +{etag} +{TraceId} +\d+$", run.Rows[5]);
        Assert.Matches($@"^GET +/proposals/\d+/decision/decision-document/download +200 +{TraceId} +\d+$", run.Rows[^1]);
    }

    private static string WritesOf(IEnumerable<string> verbs) => string.Join(' ', verbs.Where(verb => verb != "GET"));
}
