using NightlySync.Tests.Fixtures;
using SieSmart.Sandbox.Faults;

namespace NightlySync.Tests;

/// <summary>A run that is asked to stop, and a run that stops by itself.</summary>
public sealed class StopTests
{
    // What has not come by then, of requests that leave together, does not come.
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan FirstLogLine = TimeSpan.FromSeconds(12);

    [Fact]
    public async Task Rows_in_flight_get_their_answers_and_the_next_run_goes_on()
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(20);
        night.Sandbox.Faults.Enqueue(Night.OnCreate(Fault.Latency(TimeSpan.FromSeconds(2)).AfterWrite()), 2);
        using var process = night.Start("--in-flight", "2");
        await Night.UntilAsync(() => night.Created == 2);

        await process.TerminateAsync();
        var stopped = await process.EndAsync();
        var created = night.Created;
        var second = await night.RunAsync();

        Assert.Equal((2, 0), (stopped.ExitCode, second.ExitCode));
        Assert.Contains($"{created} created", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("Stopped. Run it again to go on", stopped.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("failed", stopped.Output + stopped.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.True(created < 20, stopped.Output);
        Assert.Empty(stopped.Unknown);
        Assert.Equal(20, night.Created);
    }

    [Fact]
    public async Task Rows_go_at_bulk_priority_so_that_a_tenth_of_the_budget_stays_for_people()
    {
        await using var night = await Night.BeginAsync(Night.OnCreate(Fault.Latency(TimeSpan.FromSeconds(3)).AfterWrite()));
        night.WriteRows(12);
        using var process = night.Start(new Dictionary<string, string>(StringComparer.Ordinal) { ["SieSmart__RequestsPerMinute"] = "10" }, "--in-flight", "12");
        await Night.UntilAsync(() => night.Created >= 9);
        await Task.Delay(AWhile, TimeProvider.System, TestContext.Current.CancellationToken);

        await process.TerminateAsync();
        var run = await process.EndAsync();

        Assert.Equal(9, night.Created);
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Unknown);
    }

    [Fact]
    public async Task At_the_limit_it_says_when_the_next_row_gets_its_turn_and_rows_that_waited_are_stopped_and_not_failed()
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(30);
        using var process = night.Start(new Dictionary<string, string>(StringComparer.Ordinal) { ["SieSmart__RequestsPerMinute"] = "10" }, "--in-flight", "12");
        await Night.UntilAsync(() => night.Created == 9);
        await Task.Delay(FirstLogLine, TimeProvider.System, TestContext.Current.CancellationToken);

        await process.TerminateAsync();
        var run = await process.EndAsync();

        // Nine a minute: 21 more rows are behind two more windows, and the rest of this one.
        Assert.Matches(@"(?m)^9 of 30, 9 created, [23]:\d\d left, waiting for the limit, next in 0:[0-5]\d$", run.Output.ReplaceLineEndings("\n"));
        Assert.Contains("stopped before they were sent", run.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("failed", run.Output + run.Errors, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(run.Unknown);
    }

    [Fact]
    public async Task It_says_first_where_it_writes()
    {
        await using var night = await Night.BeginAsync();
        night.WriteRows(2);

        var run = await night.RunAsync();

        var lines = run.Output.Split('\n').Select(line => line.TrimEnd()).ToList();
        Assert.Equal($"To       {night.Sandbox.BaseAddress.AbsoluteUri}, as {night.Sandbox.ClientId}", lines[0]);
        Assert.Equal($"From     {night.File}, 2 rows", lines[1]);
        Assert.Equal($"Journal  {night.Journal}, a new one", lines[2]);
    }

    [Fact]
    public async Task It_gives_up_before_a_broken_API_puts_every_row_in_doubt()
    {
        await using var night = await Night.BeginAsync(Night.OnCreate(Fault.Status(System.Net.HttpStatusCode.InternalServerError)));
        night.WriteRows(50);

        var run = await night.RunAsync("--in-flight", "4");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Gave up", run.Text, StringComparison.Ordinal);
        Assert.InRange(run.Unknown.Count, 5, 8);
        Assert.Equal(run.Unknown.Count, night.Sandbox.Requests.Count(request => request.Path == "/proposals/proposal"));
    }
}
