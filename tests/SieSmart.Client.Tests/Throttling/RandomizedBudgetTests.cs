using SieSmart.Client.Tests.Support;
using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Throttling;

/// <summary>What must hold whoever comes, goes, waits in vain or sends nothing; each seed is another day.</summary>
public sealed class RandomizedBudgetTests
{
    private const int Permits = 20;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(1)]
    [InlineData(20260401)]
    [InlineData(733)]
    [InlineData(48_151_623)]
    public async Task Keeps_the_limit_the_order_and_every_permit(int seed)
    {
        using var budget = new RequestBudget(Permits, Window, queueLimit: 60, _clock);
        var random = new Random(seed);
        var day = new RandomizedDay(budget, _clock, random);

        for (var step = 0; step < 3_000; step++)
        {
            await day.StepAsync();
        }

        await day.EndAsync();

        Assert.InRange(day.Served, 500, 3_000);
        Assert.True(day.Cancelled > 10 && day.TimedOut > 10 && day.Refused > 10, "The day was too quiet to show anything.");
        day.AssertLimit(Permits, Window);
        day.AssertOrder();

        // No permit was lost, and none was made up.
        _clock.Advance(Window);
        var crowd = new Crowd(budget);
        crowd.Add(Permits + 1);
        Assert.Equal(1, budget.Waiting);
    }

    [Theory]
    [InlineData(0, 0.999)]
    [InlineData(300, 0.995)]
    public async Task Uses_nearly_all_of_what_the_limit_allows(int delayMilliseconds, double share)
    {
        const int Limit = 100;
        const int Windows = 4;
        using var budget = new RequestBudget(Limit, Window, queueLimit: Limit, _clock);
        var random = new Random(20260402);
        var tick = TimeSpan.FromMilliseconds(10);
        var waiting = new Queue<Task<RequestPermit>>();
        var inFlight = new List<(RequestPermit Permit, DateTimeOffset Counted)>();
        var counted = new List<DateTimeOffset>();

        while (counted.Count <= Limit * Windows)
        {
            while (waiting.Count < Limit / 2)
            {
                waiting.Enqueue(budget.AskAsync());
            }

            while (waiting.Count > budget.Waiting)
            {
                var arrival = _clock.GetUtcNow() + TimeSpan.FromMilliseconds(random.Next(delayMilliseconds + 1));
                inFlight.Add((await waiting.Dequeue().SoonAsync(), arrival));
            }

            foreach (var arrived in inFlight.Where(request => request.Counted <= _clock.GetUtcNow()).OrderBy(request => request.Counted).ToList())
            {
                counted.Add(arrived.Counted);
                arrived.Permit.Dispose();
                inFlight.Remove(arrived);
            }

            _clock.Advance(tick);
        }

        RandomizedDay.AssertLimit(counted, Limit, Window);
        var needed = counted[Limit * Windows] - counted[0];
        Assert.InRange(Windows * Window / needed, share, 1.0);
    }

    /// <summary>Somebody behind the same address sends 30 of the 100 requests a minute and takes no heed of anybody.</summary>
    [Fact]
    public async Task Finds_the_part_of_the_limit_that_somebody_else_leaves()
    {
        const int Limit = 100;
        const int Minutes = 60;
        using var budget = new RequestBudget(Limit, Window, queueLimit: Limit, _clock);
        var server = new CountingServer(Limit, Window, _clock);
        var waiting = new Queue<Task<RequestPermit>>();
        var (served, refused, othersRefused) = (0, 0, 0);

        for (var second = 0; second < Minutes * 60; second++)
        {
            if (second % 2 == 0 && !server.Arrive())
            {
                othersRefused++;
            }

            for (var tenth = 0; tenth < 10; tenth++)
            {
                await SendAsync();
                _clock.Advance(TimeSpan.FromMilliseconds(100));
            }
        }

        Assert.InRange(served, 3_400, 70 * Minutes);
        Assert.InRange(refused, 1, 20);
        Assert.InRange(othersRefused, 1, 40);

        async Task SendAsync()
        {
            while (waiting.Count < Limit / 2)
            {
                waiting.Enqueue(budget.AskAsync());
            }

            while (waiting.Count > budget.Waiting)
            {
                var permit = await waiting.Dequeue().SoonAsync();
                if (server.Arrive())
                {
                    permit.Dispose();
                    served++;
                }
                else
                {
                    permit.ReturnRefused();
                    refused++;
                }
            }
        }
    }
}
