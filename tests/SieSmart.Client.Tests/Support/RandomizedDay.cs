using SieSmart.Pipeline.Throttling;
using SieSmart.Runtime;
using SieSmart.Runtime.Tests.Support;

namespace SieSmart.Client.Tests.Support;

/// <summary>Callers of both lanes who come at random, and a server that counts and answers at random.</summary>
internal sealed class RandomizedDay(RequestBudget budget, FakeTimeProvider clock, Random random)
{
    private readonly List<Caller> _waiting = [];
    private readonly List<(RequestPermit Permit, DateTimeOffset Answered)> _inFlight = [];
    private readonly List<DateTimeOffset> _counted = [];
    private readonly Dictionary<RequestPriority, List<int>> _served = new()
    {
        [RequestPriority.Interactive] = [],
        [RequestPriority.Bulk] = [],
    };

    private int _callers;

    public int Served => _served.Values.Sum(lane => lane.Count);

    public int Cancelled { get; private set; }

    public int TimedOut { get; private set; }

    /// <summary>How many were refused as they came.</summary>
    public int Refused { get; private set; }

    public static void AssertLimit(IReadOnlyList<DateTimeOffset> counted, int limit, TimeSpan window)
    {
        for (var i = 0; i + limit < counted.Count; i++)
        {
            Assert.True(counted[i + limit] - counted[i] >= window, $"More than {limit} requests within a window at {counted[i]}.");
        }
    }

    public async Task StepAsync()
    {
        for (var callers = random.Next(5) == 0 ? random.Next(8) : 0; callers > 0; callers--)
        {
            Come();
        }

        await SettleAsync();
        if (_waiting.Count > 0 && random.Next(12) == 0)
        {
            await _waiting[random.Next(_waiting.Count)].Cancellation.CancelAsync();
            await SettleAsync();
        }

        clock.Advance(TimeSpan.FromMilliseconds(random.Next(2_000)));
        await SettleAsync();
        await AnswerAsync();
    }

    /// <summary>Serves or refuses all who wait still, and answers all requests.</summary>
    public async Task EndAsync()
    {
        while (_waiting.Count > 0 || _inFlight.Count > 0)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await SettleAsync();
            await AnswerAsync();
        }
    }

    public void AssertLimit(int limit, TimeSpan window)
    {
        _counted.Sort();
        AssertLimit(_counted, limit, window);
    }

    public void AssertOrder() => Assert.All(_served.Values, lane => Assert.Equal(lane.Order(), lane));

    private void Come()
    {
        var caller = new Caller(
            _callers++,
            random.Next(2) == 0 ? RequestPriority.Bulk : RequestPriority.Interactive,
            new CancellationTokenSource());
        var timeout = random.Next(3) == 0 ? TimeSpan.FromSeconds(random.Next(1, 150)) : Timeout.InfiniteTimeSpan;
        try
        {
            caller.Call = budget.AcquireAsync(caller.Priority, timeout, caller.Cancellation.Token).AsTask();
            _waiting.Add(caller);
        }
        catch (RateLimitExceededException)
        {
            Refused++;
        }
    }

    private async Task SettleAsync()
    {
        await BudgetCalls.UntilAsync(() => _waiting.Count(caller => !caller.Call.IsCompleted) == budget.Waiting);
        foreach (var caller in _waiting.Where(caller => caller.Call.IsCompleted).ToList())
        {
            _waiting.Remove(caller);
            await EndAsync(caller);
            caller.Cancellation.Dispose();
        }
    }

    private async Task EndAsync(Caller caller)
    {
        try
        {
            Send(caller, await caller.Call);
        }
        catch (OperationCanceledException)
        {
            Cancelled++;
        }
        catch (RateLimitExceededException)
        {
            TimedOut++;
        }
    }

    private void Send(Caller caller, RequestPermit permit)
    {
        _served[caller.Priority].Add(caller.Number);
        if (random.Next(10) == 0)
        {
            permit.ReturnUnused();
            return;
        }

        // The server counts at some time between the request and its answer.
        var counted = clock.GetUtcNow() + TimeSpan.FromMilliseconds(random.Next(10_000));
        _counted.Add(counted);
        _inFlight.Add((permit, counted + TimeSpan.FromMilliseconds(random.Next(5_000))));
    }

    private async Task AnswerAsync()
    {
        foreach (var answered in _inFlight.Where(request => request.Answered <= clock.GetUtcNow()).ToList())
        {
            _inFlight.Remove(answered);
            answered.Permit.Dispose();
        }

        await SettleAsync();
    }

    private sealed class Caller(int number, RequestPriority priority, CancellationTokenSource cancellation)
    {
        public int Number => number;

        public RequestPriority Priority => priority;

        public CancellationTokenSource Cancellation => cancellation;

        public Task<RequestPermit> Call { get; set; } = null!;
    }
}
