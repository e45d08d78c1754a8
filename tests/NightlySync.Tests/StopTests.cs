using NightlySync.Tests.Fixtures;
using SieSmart.Sandbox.Faults;

namespace NightlySync.Tests;

/// <summary>A run that is asked to stop, and a run that stops by itself.</summary>
public sealed class StopTests
{
    // What has not come by then, of requests that leave together, does not come.
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(1);

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
