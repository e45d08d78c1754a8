using System.Diagnostics;
using System.Globalization;
using CrmPortal.Tests.Fixtures;
using SieSmart.Sandbox;

namespace CrmPortal.Tests.Safety;

/// <summary>When the hundred requests of a minute are used up.</summary>
public sealed class LimitTests(PortalFixture portal) : PortalTests(portal)
{
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task A_page_says_when_it_can_be_shown_and_comes_by_itself()
    {
        // The server's window is short, so that the test need not wait a minute; the portal's own count knows nothing of it.
        await using var own = await OwnPortal.StartAsync(new SandboxOptions { RequestsPerWindow = 25, RateLimitWindow = TimeSpan.FromSeconds(20), RetryAfter = SieSmart.Sandbox.Faults.RetryAfterForm.Seconds }, TestContext.Current.CancellationToken);
        var person = await (await Portal.MeetAsync(name: null)).AtAsync(own.Address);
        var id = await person.CreateAsync();
        await ExhaustAsync(own);

        var started = Stopwatch.GetTimestamp();
        var answer = (await person.Page.GotoAsync($"{own.Address}/proposals/{id}"))!;

        Assert.True(Stopwatch.GetElapsedTime(started) < LongestAnswer, $"It took {Stopwatch.GetElapsedTime(started)}.");
        Assert.Equal(503, answer.Status);
        var wait = int.Parse((await answer.AllHeadersAsync())["retry-after"], CultureInfo.InvariantCulture);
        Assert.InRange(wait, 1, 21);
        await person.SeeHeadingAsync("SieSmart takes no more requests for now");
        Assert.True(await LeftAsync() <= wait);
        var before = await LeftAsync();
        await person.Page.WaitForFunctionAsync($"before => Number(getComputedStyle(document.querySelector('.countdown')).getPropertyValue('--left')) < before", before);

        await person.SeeHeadingAsync("Fork-lift trucks");

        Task<double> LeftAsync() => person.Page.EvaluateAsync<double>("() => Number(getComputedStyle(document.querySelector('.countdown')).getPropertyValue('--left'))");
    }

    [Fact]
    public async Task A_page_does_not_wait_for_the_portals_own_count_either()
    {
        await using var own = await OwnPortal.StartAsync(new SandboxOptions { RequestsPerWindow = 100_000 }, TestContext.Current.CancellationToken);
        var person = await (await Portal.MeetAsync(name: null)).AtAsync(own.Address);
        var id = await person.CreateAsync();
        var slowest = TimeSpan.Zero;
        var refused = 0;
        for (var page = 0; page < 130; page++)
        {
            var started = Stopwatch.GetTimestamp();
            var answer = await person.Page.Context.APIRequest.GetAsync($"{own.Address}/proposals/{id}");
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
            refused += answer.Status == 503 && answer.Headers.ContainsKey("retry-after") ? 1 : 0;
            if (refused > 2)
            {
                break;
            }
        }

        Assert.True(refused > 2);
        Assert.True(slowest < LongestAnswer, $"The slowest took {slowest}.");
    }

    private static async Task ExhaustAsync(OwnPortal own)
    {
        // Requests without a token count, too.
        using var http = new HttpClient();
        while (true)
        {
            using var answer = await http.GetAsync(new Uri($"{own.Sandbox.BaseAddress}/proposals/1"), TestContext.Current.CancellationToken);
            if (answer.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
            {
                return;
            }
        }
    }
}
